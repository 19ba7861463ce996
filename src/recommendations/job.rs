//! The training as a job.

use serde::{Deserialize, Serialize};

use crate::jobs::Job;

/// Runs every hour; does nothing while nothing changed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct TrainRecommendations {}

impl Job for TrainRecommendations {
    const NAME: &'static str = "train_recommendations";
    /// The next hour brings the next one.
    const TRIES: i32 = 2;
    /// Letters and photos first.
    const PRIORITY: i32 = 20;
}
