//! Links that hold a study: read back equal, refused when they are not what they say.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use proptest::prelude::*;
use tarazy_engine::{
    digest::sha256,
    lexicon::{LocalText, builtin_source},
};
use tarazy_report::{
    limits::{MAX_LINK_CHARACTERS, StudyLimit},
    publication::{StudyFileError, is_share, read_share, share_fragment},
    recipe::{Recipe, RecipeInput},
};

fn recipe(texts: &[Vec<u8>]) -> Recipe {
    let input = |at: usize| RecipeInput {
        title: LocalText { kk: Some(format!("{at}-мәтін")), ..LocalText::default() },
        file: format!("{at}.txt"),
        ..RecipeInput::default()
    };
    let mut recipe = Recipe::unhashed((0..texts.len()).map(input).collect(), &"0".repeat(64));
    for (own, text) in recipe.texts.iter_mut().zip(texts) {
        own.sha256 = sha256(text);
    }
    "values".clone_into(&mut recipe.lexicon.id);
    recipe.lexicon.sha256 = sha256(builtin_source("values").expect("it is built in").as_bytes());
    recipe
}

proptest! {
    #[test]
    fn what_fits_into_a_link_is_read_back(texts in prop::collection::vec("[^\\x00]{0,400}", 0..4)) {
        let texts: Vec<Vec<u8>> = texts.into_iter().map(String::into_bytes).collect();
        let recipe = recipe(&texts);
        let Some(fragment) = share_fragment(&recipe, &texts) else { return Ok(()) };
        prop_assert!(is_share(&fragment) && fragment.len() <= MAX_LINK_CHARACTERS);
        prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_=".contains(&byte)));
        let study = read_share(&fragment).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&study.recipe, &recipe);
        prop_assert_eq!(study.texts.as_deref(), Some(texts.as_slice()));
    }

    #[test]
    fn no_link_does_harm(fragment: String, characters in "[A-Za-z0-9_-]{0,300}") {
        let _ = read_share(&fragment);
        let _ = read_share(&format!("share={characters}"));
    }
}

#[test]
fn a_link_that_was_changed_is_refused() {
    let texts = vec!["Сөз бостандығына кепілдік беріледі.".as_bytes().to_vec()];
    let fragment = share_fragment(&recipe(&texts), &texts).expect("it is short");
    for at in 6..fragment.len() {
        let mut changed = fragment.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("it is ASCII");
        if let Ok(study) = read_share(&changed) {
            // What is not checked by a hash: the titles.
            assert_eq!(study.texts, Some(texts.clone()));
        }
        assert!(read_share(&fragment[..at]).is_err());
    }
}

#[test]
fn a_link_is_no_bomb() {
    let zeroes = miniz(&vec![b' '; 50 << 20]);
    assert!(zeroes.len() > MAX_LINK_CHARACTERS);
    assert_eq!(read_share(&format!("share={zeroes}")).err(), Some(StudyFileError::TooLarge(StudyLimit::Link)));
    let zeroes = miniz(&vec![b' '; 3 << 20]);
    assert!(zeroes.len() < MAX_LINK_CHARACTERS);
    assert_eq!(read_share(&format!("share={zeroes}")).err(), Some(StudyFileError::TooLarge(StudyLimit::LinkContent)));
}

/// Deflate in base64url.
fn miniz(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec(bytes, 9))
}

#[test]
fn what_cannot_be_in_a_link_is_reported_before() {
    let long =
        vec![(0..40_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_string().into_bytes()).collect()];
    assert_eq!(share_fragment(&recipe(&long), &long), None, "it is too long");
    let short = vec![b"freedom".to_vec()];
    let mut other = recipe(&short);
    other.lexicon.sha256 = "1".repeat(64);
    assert_eq!(share_fragment(&other, &short), None, "its lexicon is not the program's");
}
