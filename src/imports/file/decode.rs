//! Bytes of any usual encoding as UTF-8.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, WINDOWS_1251};

const CHUNK: usize = 16 * 1024;

/// Which encoding: a mark at the start tells; else what is UTF-8 throughout is UTF-8, and the rest is what Windows writes in Russian
/// and Kazakh offices. Reads the whole file once and goes back to its start.
pub(super) fn encoding_of(source: &mut (impl Read + Seek)) -> io::Result<&'static Encoding> {
    let mut chunk = vec![0; CHUNK];
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let (mut plain, mut first) = (vec![0; CHUNK * 4], true);
    loop {
        let n = source.read(&mut chunk)?;
        if let (true, Some((encoding, _))) = (std::mem::take(&mut first), Encoding::for_bom(&chunk[..n])) {
            source.seek(SeekFrom::Start(0))?;
            return Ok(encoding);
        }
        let (_, _, _, wrong) = decoder.decode_to_utf8(&chunk[..n], &mut plain, n == 0);
        if wrong || n == 0 {
            source.seek(SeekFrom::Start(0))?;
            return Ok(if wrong { WINDOWS_1251 } else { UTF_8 });
        }
    }
}

/// Reads UTF-8 whatever lies below; what cannot be decoded becomes U+FFFD. A mark at the start is dropped.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    plain: Vec<u8>,
    at: usize,
    end: usize,
    over: bool,
}

impl<R: Read> Decoded<R> {
    pub fn new(inner: R, encoding: &'static Encoding) -> Self {
        let (raw, plain) = (vec![0; CHUNK], vec![0; CHUNK * 4]);
        Self { inner, decoder: encoding.new_decoder_with_bom_removal(), raw, plain, at: 0, end: 0, over: false }
    }

    fn more(&mut self) -> io::Result<()> {
        while self.at == self.end && !self.over {
            let n = self.inner.read(&mut self.raw)?;
            let (result, read, written, _) = self.decoder.decode_to_utf8(&self.raw[..n], &mut self.plain, n == 0);
            // room for four bytes each is always enough
            debug_assert!(result == CoderResult::InputEmpty && read == n);
            (self.at, self.end, self.over) = (0, written, n == 0);
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.more()?;
        let n = buffer.len().min(self.end - self.at);
        buffer[..n].copy_from_slice(&self.plain[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(bytes: Vec<u8>) -> io::Result<String> {
        let mut source = Cursor::new(bytes);
        let encoding = encoding_of(&mut source)?;
        let mut text = String::new();
        Decoded::new(source, encoding).read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn every_usual_encoding_is_read() -> io::Result<()> {
        let text = "Название;Бағасы\n".repeat(5000);
        let russian = "Название;Цена\n".repeat(5000);
        assert_eq!(read(text.clone().into_bytes())?, text);
        assert_eq!(read([b"\xef\xbb\xbf", text.as_bytes()].concat())?, text);
        assert_eq!(read(WINDOWS_1251.encode(&russian).0.into_owned())?, russian);
        let wide: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(wide)?, text);
        assert_eq!(read(Vec::new())?, "");
        Ok(())
    }
}
