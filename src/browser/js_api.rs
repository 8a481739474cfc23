//! The engine for other pages: `analyze({ texts, lexicon, options })`.

use js_sys::{Error, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::{AnalysisError, AnalysisRequest, run_analysis};
use crate::{language::Language, message::Messages};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("js_api.d.ts");

/// Counts the categories of a lexicon in texts. What goes in and comes out is described in `js_api.d.ts`.
///
/// # Errors
/// A JavaScript `Error` with a `code`: that of the first problem, or `request-invalid` when the argument is not as described.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(#[wasm_bindgen(unchecked_param_type = "AnalysisRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    let request: AnalysisRequest =
        serde_wasm_bindgen::from_value(request).map_err(|problem| error("request-invalid", &problem.to_string()))?;
    let analysis = run_analysis(request).map_err(|problem| rejection(&problem))?;
    // Maps become plain objects, absent values become null, whole numbers stay numbers.
    analysis
        .serialize(&Serializer::json_compatible())
        .map_err(|problem| error("result-too-large", &problem.to_string()))
}

fn rejection(problem: &AnalysisError) -> JsValue {
    let messages = Messages::new(Language::English);
    let sentence = match problem {
        AnalysisError::Rejected(problems) => {
            problems.iter().map(|problem| messages.problem(problem)).collect::<Vec<_>>().join("\n")
        }
        AnalysisError::NoTable => messages.get("analysis-no-table"),
    };
    error(problem.code(), &sentence)
}

fn error(code: &str, sentence: &str) -> JsValue {
    let error = Error::new(sentence);
    let _ = Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(code));
    error.into()
}
