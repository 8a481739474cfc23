//! The readers and writers of lexicons of other tools as a WebAssembly module of their own: one
//! function, from bytes and a request to a reply.
//!
//! The page fetches this module when the first lexicon comes that is not in format 1, or is to be
//! saved in another, and runs it in a worker of its own (`lateWorker` in `www/boot.js`). Requests and
//! replies cross as postcard: [`LexiconRequest`], [`LexiconReply`].
//!
//! [`LexiconRequest`]: tarazy_engine::study::LexiconRequest
//! [`LexiconReply`]: tarazy_engine::study::LexiconReply

use tarazy_engine::study::convert_lexicon;
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a request for the bytes of a file. No bytes are the reply to what is no request.
#[wasm_bindgen]
pub fn reply(bytes: &[u8], request: &[u8]) -> Vec<u8> {
    let reply =
        postcard::from_bytes(request).and_then(|request| postcard::to_allocvec(&convert_lexicon(bytes, request)));
    reply.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tarazy_engine::{
        lexicon::{LexiconFormat, LexiconReading},
        study::{LexiconReply, LexiconRequest},
    };

    use super::*;

    fn ask(bytes: &[u8], request: &LexiconRequest) -> LexiconReply {
        let request = postcard::to_allocvec(request).expect("a request can be written");
        postcard::from_bytes(&reply(bytes, &request)).expect("a reply")
    }

    #[test]
    fn a_lexicon_of_another_tool_is_read_and_written() {
        let request = LexiconRequest::Read { name: "own.dic".to_owned(), reading: LexiconReading::default() };
        let dic = "%\n1\tерік\n%\nазат\t1\n".as_bytes();
        let LexiconReply::Read { text, report } = ask(dic, &request) else { panic!("it is a lexicon") };
        assert_eq!((report.format.as_str(), report.total), ("dic", 0));
        let request = LexiconRequest::Write { name: "own.toml".to_owned(), format: LexiconFormat::Yaml };
        let reply = ask(text.as_bytes(), &request);
        let LexiconReply::Written(file) = reply else { panic!("{reply:?}") };
        assert_eq!((file.name.as_str(), file.convert_to), ("own.yaml", None));
        assert!(String::from_utf8_lossy(&file.bytes).contains("азат"), "{file:?}");
    }

    #[test]
    fn what_is_no_request_has_an_empty_reply() {
        assert_eq!(reply(&[], &[9]), [0_u8; 0]);
    }
}
