//! Prepares `static/`: joins and minifies each folder of `static/css`, names every file by its content, compresses ahead of time,
//! and writes the table that `src/web/assets.rs` includes.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow, ensure};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};
use sha2::{Digest, Sha256};

/// What a first visit may cost (brotli bytes); home, catalogue and product pages fit in 14 KB with it.
const BUDGETS: [(&str, usize); 4] = [("css/app.css", 7_900), ("css/foot.css", 500), ("css/buy.css", 3_000), ("css/cabinet.css", 3_600)];

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed=static");
    println!("cargo:rerun-if-changed=templates");

    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("static");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut files = stylesheets(&root.join("css"))?;
    plain_files(&root, &root, &mut files)?;
    files.sort();

    let mut table = String::from("/// Every file, in the order of names.\npub static ASSETS: &[Asset] = &[\n");
    for (name, bytes) in &files {
        row(&mut table, &out.join("static"), name, bytes)?;
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

type File = (String, Vec<u8>);

/// `static/css/app/*.css` becomes `css/app.css`, in the order of the file names.
fn stylesheets(css: &Path) -> Result<Vec<File>> {
    let mut sheets = Vec::new();
    for folder in entries(css)?.into_iter().filter(|path| path.is_dir()) {
        let source = entries(&folder)?
            .iter()
            .map(|path| fs::read_to_string(path).with_context(|| path.display().to_string()))
            .collect::<Result<String>>()?;
        sheets.push((format!("css/{}.css", file_name(&folder)), minified(&source)?.into_bytes()));
    }
    Ok(sheets)
}

fn minified(source: &str) -> Result<String> {
    // light-dark() stays as written: it stands inside @supports, and its replacement would double the tokens
    let targets = Targets {
        browsers: Some(Browsers {
            chrome: Some(111 << 16),
            safari: Some((16 << 16) | (4 << 8)),
            firefox: Some(115 << 16),
            ..Browsers::default()
        }),
        exclude: Features::LightDark,
        ..Targets::default()
    };
    let mut sheet = StyleSheet::parse(source, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("{error}"))?;
    Ok(sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })?.code)
}

fn plain_files(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<()> {
    for path in entries(folder)?.into_iter().filter(|path| *path != root.join("css")) {
        if path.is_dir() {
            plain_files(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read(&path)?));
        }
    }
    Ok(())
}

fn row(table: &mut String, out: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let (stem, extension) = name.rsplit_once('.').with_context(|| format!("{name} has no extension"))?;
    let hash: String = Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (kind, is_text) = content_type(name).with_context(|| format!("no content type for {name}"))?;
    let brotli = if is_text { Some(brotli(bytes)?) } else { None };
    let gzip = if is_text { Some(gzip(bytes)?) } else { None };
    if let (Some(&(_, budget)), Some(packed)) = (BUDGETS.iter().find(|(sheet, _)| *sheet == name), &brotli) {
        ensure!(packed.len() <= budget, "{name} is {} bytes in brotli, the budget is {budget}", packed.len());
    }
    let plain = save(out, name, "", Some(bytes))?;
    let brotli = save(out, name, ".br", brotli.as_deref())?;
    let gzip = save(out, name, ".gz", gzip.as_deref())?;
    writeln!(
        table,
        "    Asset {{ name: {name:?}, path: \"/static/{stem}.{hash}.{extension}\", content_type: {kind:?}, \
         bytes: {plain}, brotli: {brotli}, gzip: {gzip} }},"
    )?;
    Ok(())
}

/// Writes a variant and answers the expression that includes it.
fn save(out: &Path, name: &str, suffix: &str, bytes: Option<&[u8]>) -> Result<String> {
    let Some(bytes) = bytes else { return Ok("None".into()) };
    let path = out.join(format!("{name}{suffix}"));
    fs::create_dir_all(path.parent().context("a file has a folder")?)?;
    fs::write(&path, bytes)?;
    let include = format!("include_bytes!({:?})", path.display().to_string());
    Ok(if suffix.is_empty() { include } else { format!("Some({include})") })
}

fn content_type(name: &str) -> Option<(&'static str, bool)> {
    Some(match name.rsplit('.').next()? {
        _ if name == "speculation.json" => ("application/speculationrules+json", true),
        "css" => ("text/css; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "json" => ("application/json", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "png" => ("image/png", false),
        "webp" => ("image/webp", false),
        "ico" => ("image/x-icon", false),
        _ => return None,
    })
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(bytes)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder).with_context(|| folder.display().to_string())?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
