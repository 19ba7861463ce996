//! What no browser would send.

use futures_util::future::join_all;
use samal::web::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::world::{Role, World, table};

/// Sends bytes as they are; clients tidy addresses up.
async fn raw(world: &World, request: &str) -> String {
    let host = world.house.base.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).await.expect("a connection");
    let request = request.replace("HOST", host);
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

#[actix_web::test]
async fn bodies_that_are_no_forms_are_refused() {
    let world = World::new().await;
    let huge = format!("text={}", "a".repeat(300 * 1024));
    let broken: &[u8] = b"text=%ff%fe&%c3%28=1&reason=\xff\xfe&&&==&%";
    let bodies: [(&str, Vec<u8>); 7] = [
        ("application/x-www-form-urlencoded", huge.clone().into_bytes()),
        ("application/x-www-form-urlencoded", broken.to_vec()),
        ("application/json", b"{\"reason\": \"fraud\"}".to_vec()),
        ("text/plain", huge.into_bytes()),
        ("multipart/form-data", b"no boundary".to_vec()),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"../../a\"\r\n\r\nhalf".to_vec(),
        ),
        ("\"", Vec::new()),
    ];
    for entry in table().iter().filter(|entry| entry.method == Method::Post) {
        let role = Role::ALL.into_iter().rev().find(|role| role.may(entry.who)).unwrap_or(Role::Manager);
        let path = world.real(entry.path);
        for (kind, body) in &bodies {
            let request = world.request(reqwest::Method::POST, &path, &world.cookie(role)).header("content-type", *kind);
            let status = request.body(body.clone()).send().await.expect("an answer").status().as_u16();
            assert!(status < 500, "POST {path} of {kind}: {status}");
        }
    }
    let cookie = world.cookie(Role::Buyer);
    for (at, expected) in [(0, 413), (2, 400), (3, 413), (4, 400)] {
        let (kind, body) = &bodies[at];
        let request = world.request(reqwest::Method::POST, "/report", &cookie).header("content-type", *kind).body(body.clone());
        assert_eq!(request.send().await.expect("an answer").status().as_u16(), expected, "{kind}");
    }
}

#[actix_web::test]
async fn methods_that_mean_nothing_are_refused() {
    let world = World::new().await;
    let (entries, cookie) = (table(), world.cookie(Role::Manager));
    let mut paths: Vec<&str> = entries.iter().map(|entry| entry.path).collect();
    paths.dedup();
    for pattern in paths {
        let has = |method| entries.iter().any(|entry| entry.path == pattern && entry.method == method);
        let mut wrong = vec![reqwest::Method::PUT, reqwest::Method::DELETE, reqwest::Method::PATCH];
        wrong.extend((!has(Method::Get)).then_some(reqwest::Method::GET));
        wrong.extend((!has(Method::Post)).then_some(reqwest::Method::POST));
        let asked = wrong.iter().map(|method| world.request(method.clone(), &world.real(pattern), &cookie).send());
        for (method, answer) in wrong.iter().zip(join_all(asked).await) {
            assert_eq!(answer.expect("an answer").status().as_u16(), 405, "{method} {pattern}");
        }
    }
}

#[actix_web::test]
async fn requests_from_other_sites_change_nothing() {
    let world = World::new().await;
    let cookie = world.cookie(Role::Manager);
    for entry in table().iter().filter(|entry| entry.method == Method::Post) {
        let path = world.real(entry.path);
        let request = world.request(reqwest::Method::POST, &path, &cookie).header("cookie", &cookie);
        let request = request.header("sec-fetch-site", "cross-site").form(&[("note", "x")]);
        let mut request = request.build().expect("a request");
        request.headers_mut().insert("sec-fetch-site", "cross-site".parse().expect("a header"));
        let answer = reqwest::Client::new().execute(request).await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 403, "POST {path}");
    }
}

#[actix_web::test]
async fn paths_do_not_climb_out_of_their_folders() {
    let world = World::new().await;
    let climbs = [
        "/static/../Cargo.toml",
        "/static/%2e%2e/Cargo.toml",
        "/static/..%2fCargo.toml",
        "/static/..%5cCargo.toml",
        "/static//etc/passwd",
        "/photos/../../../../../../etc/passwd",
        "/photos/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/photos/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/photos/aa/%2e%2e%2f%2e%2e%2fsecret/300.webp",
        "/photos/ab/x/300.webp",
        "/photos/%00/%00/%00",
        "/../../etc/passwd",
        "//etc/passwd",
        "/kk/../../etc/passwd",
        "/kk//evil.example",
    ];
    for path in climbs {
        let answer = raw(&world, &format!("GET {path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")).await;
        let status: u16 = answer.split(' ').nth(1).and_then(|text| text.parse().ok()).unwrap_or_default();
        assert!(matches!(status, 301 | 400..=499), "{path}: {answer:.200}");
        assert!(!answer.contains("root:") && !answer.contains("[package]"), "{path}: {answer:.200}");
        assert!(!answer.contains("\r\nlocation: //") && !answer.contains("evil.example\r\n"), "{path}: {answer:.300}");
    }
}

#[actix_web::test]
async fn broken_requests_do_not_break_the_house() {
    let world = World::new().await;
    let long = "a".repeat(100_000);
    for request in [
        "GET / HTTP/1.1\r\n\r\n".to_owned(),
        "BREW / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n".to_owned(),
        "POST /report HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\nConnection: close\r\n\r\n".to_owned(),
        "POST /report HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n"
            .to_owned(),
        format!("GET /{long} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: HOST\r\nCookie: sid={long}\r\nConnection: close\r\n\r\n"),
        "GET / HTTP/1.1\r\nHost: HOST\r\nCookie: sid=\x01; flash=%%%; theme=🙂; cart=;;;=\r\nConnection: close\r\n\r\n".to_owned(),
        "GET /moderation HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-For: '\";\r\nConnection: close\r\n\r\n".to_owned(),
    ] {
        let answer = raw(&world, &request).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(!status.starts_with('5'), "{request:.100}: {answer:.200}");
        assert!(!answer.contains("evil.example/"), "{answer:.300}");
    }
    assert_eq!(world.get("/healthz", "").await.status().as_u16(), 200);
}
