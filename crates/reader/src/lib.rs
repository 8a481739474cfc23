//! The readers of documents as a WebAssembly module of their own: one function, from bytes and a
//! request to a reply.
//!
//! The page fetches this module when the first file comes that is no plain text, and runs it in a
//! worker of its own (`lateWorker` in `www/boot.js`). Requests and replies cross as postcard:
//! [`FileRequest`], [`FileReply`].
//!
//! [`FileRequest`]: tarazy_documents::FileRequest
//! [`FileReply`]: tarazy_documents::FileReply

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a request for the bytes of a file. No bytes are the reply to what is no request.
#[wasm_bindgen]
pub fn reply(bytes: Vec<u8>, request: &[u8]) -> Vec<u8> {
    let reply = postcard::from_bytes(request)
        .and_then(|request| postcard::to_allocvec(&tarazy_documents::request(bytes, &request)));
    reply.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tarazy_documents::{FileReply, FileRequest, ReadOptions, Wants};

    use super::*;

    #[test]
    fn a_request_in_bytes_has_a_reply_in_bytes() {
        let request =
            FileRequest { name: "a.html".to_owned(), options: ReadOptions::default(), wants: Wants::Documents };
        let request = postcard::to_allocvec(&request).expect("a request can be written");
        let page = "<!doctype html><p>Сөз бостандығы".as_bytes();
        let FileReply::Documents(file) = postcard::from_bytes(&reply(page.to_vec(), &request)).expect("a reply") else {
            panic!("a page is a document")
        };
        assert_eq!(file.documents[0].text, "Сөз бостандығы");
        assert_eq!(reply(Vec::new(), &[9]), [0_u8; 0]);
    }
}
