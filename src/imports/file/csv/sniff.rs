//! Which character separates the cells.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

const CANDIDATES: [u8; 4] = *b";\t,|";
/// So many rows are looked at.
const ROWS: usize = 30;

/// The separator that cuts the most rows into the same number of cells, more than one.
pub(super) fn delimiter(sample: &[u8]) -> u8 {
    if let Some([mark, ..]) = sample.strip_prefix(b"sep=") {
        return *mark;
    }
    let score = |mark: &u8| {
        let mut widths = widths(sample, *mark);
        widths.sort_unstable();
        let alike = widths.chunk_by(|a, b| a == b).filter(|same| same[0] > 1).max_by_key(|same| (same.len(), same[0]));
        alike.map_or((0, 0), |same| (same.len(), same[0]))
    };
    // of equals the first: a semicolon rather than the commas in its cells
    CANDIDATES.into_iter().rev().max_by_key(score).unwrap_or(b',')
}

/// How many cells each of the first rows has.
fn widths(mut input: &[u8], mark: u8) -> Vec<usize> {
    let mut reader: Reader = ReaderBuilder::new().delimiter(mark).build();
    let (mut widths, mut cells) = (Vec::new(), 0);
    let mut skip = [0; 1024];
    while widths.len() < ROWS {
        let (result, read, _) = reader.read_field(input, &mut skip);
        input = &input[read..];
        match result {
            ReadFieldResult::Field { record_end } => {
                cells += 1;
                if record_end {
                    widths.push(std::mem::take(&mut cells));
                }
            }
            ReadFieldResult::OutputFull => {}
            // the last row of the sample is cut somewhere: it does not count
            ReadFieldResult::InputEmpty | ReadFieldResult::End => break,
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found() {
        assert_eq!(delimiter(b"a;b;c\n1,5;2,5;3\n"), b';');
        assert_eq!(delimiter(b"a,b,c\n\"x;y\",2,3\n"), b',');
        assert_eq!(delimiter("имя\tцена\nчай, чёрный\t5\n".as_bytes()), b'\t');
        assert_eq!(delimiter(b"a|b\n1|2\n"), b'|');
        assert_eq!(delimiter(b"sep=,\na;b"), b',');
        assert_eq!(delimiter(b""), b';');
    }
}
