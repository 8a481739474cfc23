//! Files of other tools as they are found in the wild: a case for every known quirk, named by it.

use tarazy_engine::lexicon::{Import, LexiconError, LexiconFormat, PatternSyntax, export, import};

/// `path: pattern [conditions] ×weight, …` of a lexicon.
fn listed(import: &Import) -> String {
    let lexicon = &import.lexicon;
    let title = |at: usize| lexicon.categories[at].title.en.clone().unwrap_or_default();
    let categories = (0..lexicon.categories.len()).map(|at| {
        let mut path = title(at);
        let mut above = lexicon.categories[at].parent;
        while let Some(parent) = above {
            path = format!("{}/{path}", title(parent.0 as usize));
            above = lexicon.category(parent).and_then(|parent| parent.parent);
        }
        let entries = lexicon.entries.iter().filter(|entry| entry.category.0 as usize == at).map(|entry| {
            let mut shown = entry.pattern.text.clone();
            if !entry.conditions.is_empty() {
                shown.push_str(&format!(" [{}]", entry.conditions));
            }
            if entry.weight.to_bits() != 1_f64.to_bits() {
                shown.push_str(&format!(" ×{}", entry.weight));
            }
            shown
        });
        format!("{path}: {}", entries.collect::<Vec<_>>().join(", "))
    });
    categories.collect::<Vec<_>>().join("; ")
}

/// `line effect code` of what was lost.
fn losses(import: &Import) -> Vec<String> {
    let shown = |loss: &tarazy_engine::lexicon::Loss| {
        format!("{} {} {}", loss.line, loss.effect.name(), loss.reason.code().trim_start_matches("loss-"))
    };
    import.losses.iter().map(shown).collect()
}

/// The quirk, the file, the format that it must be known by, what it holds and what is lost.
type Case = (&'static str, &'static str, LexiconFormat, &'static str, &'static [&'static str]);

fn hold(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (quirk, file, format, expected, lost) in cases {
        match import("wild", file.as_bytes(), PatternSyntax::Glob) {
            Ok(import) => {
                let found = (import.format, listed(&import), losses(&import));
                if (found.0, found.1.as_str()) != (*format, expected) || found.2 != *lost {
                    wrong.push(format!("{quirk}: {found:#?}"));
                }
            }
            Err(errors) => wrong.push(format!("{quirk}: {errors:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[rustfmt::skip]
fn liwc() {
    use LexiconFormat::Dic;
    hold(&[
        ("moral foundations: CRLF, tabs behind %, ids far right, stray spaces, a header with spaces, ids with spaces, a term twice",
            "%\t\t\r\n\t\t\t01\tHarmVirtue  \r\n\t\t\t02 HarmVice\r\n\t\t\t07\tFair \r\n%\t\t\r\nsafe*\t\t\t\t01 02 07  \r\nkill\t\t02\r\nkill\t01\r\n", Dic,
            "HarmVirtue: safe*, =kill; HarmVice: safe*, =kill; Fair: safe*", &[]),
        ("<of> entries", "%\n1\ta\n3\tb\n%\nfair\t<of>3/1\n", Dic,
            "a: =fair [not_before =of]; b: =fair [before =of]", &["5 guessed condition-guessed"]),
        ("(02 134)125/464 is never both", "%\n125\ta\n464\tb\n%\nlike\t(02 134)125/464\n", Dic,
            "a: ; b: =like", &["2 guessed empty-category", "5 altered condition"]),
        ("an id that the header has not", "%\n1\ta\n%\nx\t1\t7\n", Dic, "a: =x", &["4 dropped unknown-category"]),
        ("digits in phrases and names", "%\n1\tG7 states\n2\t2023 vote\n11\tc\n%\n9 11\t1\ncovid 19\t2\ncovid 19 11\n", Dic,
            "G7 states: =9 =11; 2023 vote: =covid =19; c: =covid =19", &[]),
        ("(a) word", "%\n1\ta\n%\n(a) word\t1\n", Dic, "a: =(a) =word", &[]),
        ("blank lines before and in the header of a tree", "\n\n%\n\n1\ta\n\n\t2\tb\n\n\t\t3\tc\n%\nx\t3\n", Dic, "a: ; a/b: ; a/b/c: =x", &[]),
        ("every line of the header set in alike", "%\n\t1\ta\n\t2\tb\n%\nx\t1\ny\t2\n", Dic, "a: =x; b: =y", &[]),
        ("a parent with words and children", "%\n1\ta\n\t2\tb\n%\nx\t1\ny\t2\n", Dic, "a: =x; a/b: =y", &[]),
        ("a category without words", "%\n1\ta\n2\tb\n%\nx\t1\n", Dic, "a: =x; b: ", &["3 guessed empty-category"]),
        ("two categories of one name", "%\n1\ta\n2\ta\n%\nx\t1\ny\t2\n", Dic, "a: =x; a (2): =y", &["3 altered same-name"]),
        ("the order of the file; two that fold alike stay, for those who compare case, and count once", "%\n1\ta\n%\nzeta\t1\nAlpha\t1\nalpha\t1\nalpha\t1\n", Dic,
            "a: =zeta, =Alpha, =alpha", &[]),
        ("% as a term", "%\n1\ta\n%\nx\t1\n%\t1\n100%\t1\n", Dic, "a: =x, =%, =100%", &[]),
    ]);
}

/// The second version of the Moral Foundations Dictionary is distributed with carriage returns
/// alone.
#[test]
fn carriage_returns_are_line_ends_in_every_format() {
    for file in [
        "%\n1\tcare.virtue\n2\tcare.vice\n%\nsafe*\t1\nkill\t2\n\nlost\t7\n",
        "+a\nfree\n+b\nlaw\n\n",
        "A\n\tFREE (1)\nB\n\tLAW (2)\n\tX\n",
        "category,pattern\na,free\nb,\"rule of law\"\n\nb,\"rule of law\"\n",
        "DicTerm,a,b\nfree,X,\nlaw,,X\nnone,,\n",
        "a:\n  - free\nb: [law, law]\n",
        "*a\nfree | law\n*b\nlaw & free\n",
        "<dictionary><cnode name=\"a\">\n<pnode name=\"x\"/>\n<pnode name=\"x\"/></cnode></dictionary>\n",
        "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [\"free\"]\n",
        "; words\nfree\nlaw\n",
    ] {
        let read = |text: &str| {
            import("x", text.as_bytes(), PatternSyntax::Glob).unwrap_or_else(|errors| panic!("{text}: {errors:?}"))
        };
        let expected = read(file);
        for end in ["\r", "\r\n"] {
            let import = read(&file.replace('\n', end));
            assert_eq!(
                (listed(&import), losses(&import), import.format),
                (listed(&expected), losses(&expected), expected.format),
                "{file}"
            );
        }
    }
    let bad =
        "format = 1\rid = \"x\"\rversion = \"1\"\r[[category]]\rid = \"a\"\ren.entries = [\r\"free\",\r\"/(/\"]\r";
    let errors = import("x", bad.as_bytes(), PatternSyntax::Glob).expect_err("the expression is none");
    assert_eq!((errors[0].line, errors[0].column), (8, 1));
}

#[test]
fn names_stand_beside_the_ids_made_of_them() {
    let import = import(
        "x.cat",
        b"+STATE+\n\tGOOD (1)\n-STATE-\n\tBAD (1)\nCountries\n\tX (1)\nneg_positive\n\tNOT_GOOD (1)\n",
        PatternSyntax::Glob,
    )
    .expect("it is read");
    let names: Vec<(&str, &str)> =
        import.lexicon.categories.iter().map(|category| (category.id.as_str(), category.name.as_str())).collect();
    let expected =
        [("state", "+STATE+"), ("state-2", "-STATE-"), ("countries", "Countries"), ("neg-positive", "neg_positive")];
    assert_eq!(names, expected);
}

#[test]
fn liwc_behind_its_vendors_encryption_is_named() {
    let random: Vec<u8> = (0..4000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    let errors = import("LIWC2015.dic", &random, PatternSyntax::Glob).expect_err("it is no text");
    assert_eq!(errors[0].error, LexiconError::Encrypted);
}

#[test]
fn liwc_in_old_encodings() {
    let old = |text: &str, byte: fn(char) -> u8| -> Vec<u8> {
        text.chars().map(|letter| if letter.is_ascii() { letter as u8 } else { byte(letter) }).collect()
    };
    let windows_1251 = |letter: char| u8::try_from(u32::from(letter) - u32::from('а') + 0xE0).unwrap_or(b'?');
    let koi8_r = |letter: char| {
        let place = "юабцдефгхийклмнопярстужвьызшэщчъ".chars().position(|other| other == letter);
        place.and_then(|place| u8::try_from(place + 0xC0).ok()).unwrap_or(b'?')
    };
    let windows_1252 = |letter: char| u8::try_from(u32::from(letter)).unwrap_or(b'?');
    let russian = "%\r\n1\tценности\r\n2\tправа человека\r\n%\r\nсвобода\t1\r\nсправедливость\t1\r\nравенство перед законом\t2\r\n";
    let spanish = "%\r\n1\tvalores\r\n%\r\nabad\u{ed}a\t1\r\nespa\u{f1}ol\t1\r\ncoraz\u{f3}n\t1\r\n";
    for (bytes, encoding, expected) in [
        (
            old(russian, windows_1251),
            "Windows-1251",
            "ценности: =свобода, =справедливость; права человека: =равенство =перед =законом",
        ),
        (
            old(russian, koi8_r),
            "KOI8-R",
            "ценности: =свобода, =справедливость; права человека: =равенство =перед =законом",
        ),
        (old(spanish, windows_1252), "Windows-1252", "valores: =abad\u{ed}a, =espa\u{f1}ol, =coraz\u{f3}n"),
    ] {
        let import = import("old.dic", &bytes, PatternSyntax::Glob).unwrap_or_else(|errors| panic!("{errors:?}"));
        assert_eq!(listed(&import), expected);
        assert!(import.losses[0].reason.to_string().contains(encoding), "{:?}", import.losses);
    }
}

#[test]
#[rustfmt::skip]
fn liwc_22() {
    use LexiconFormat::Dicx;
    hold(&[
        ("the first column is called Entry", "Entry,a,b\nx,X,\ny,,X\n", Dicx, "a: =x; b: =y", &[]),
        ("X, x, 1 and weights; X among weights is 1", "DicTerm,a,b\nx,X,x\ny,1,0.5\nz,-2,X\n", Dicx, "a: =x, =y, =z ×-2; b: =x, =y ×0.5, =z", &[]),
        ("0 is no mark, any other sign is 1", "DicTerm,a\nx,0\ny,maybe\n", Dicx, "a: =y", &["3 guessed weight"]),
        ("a literal star", "DicTerm,a\nf\\*,X\nfree*,X\n", Dicx, "a: =f*, free*", &[]),
        ("na, null and n/a are words", "DicTerm,a\nna,X\nnull,X\nn/a,X\nNA,X\n", Dicx, "a: =na, =null, =n/a, =NA", &[]),
        ("quoted commas and a byte order mark", "\u{feff}DicTerm,a\r\n\"free, fair\",X\r\n", Dicx, "a: =free, =fair", &[]),
        ("a name with a slash or a dot is a name", "DicTerm,a/b,c.d\nx,X,\ny,,X\n", Dicx, "a/b: =x; c.d: =y", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn lexicoder() {
    use LexiconFormat::{Lc3, Ykd};
    hold(&[
        ("a colour in the heading", "+negative#AA0000\na\n+positive#00AA00\nb\n", Lc3, "negative: =a; positive: =b", &[]),
        ("spaces at the end", "+a \nfree \nrule of law  \n", Lc3, "a: =free, =rule =of =law", &[]),
        ("a file for Lexicoder 2 is the XML of Yoshikoder", "<dictionary><cnode name=\"a\"><pnode name=\"x*\"/></cnode></dictionary>", Ykd, "a: x*", &[]),
    ]);
    let colour = import("x", b"+negative#AA0000\na\n", PatternSyntax::Glob).expect("it is read");
    assert_eq!(colour.lexicon.categories[0].colour, "#AA0000");
}

#[test]
fn lexicoder_2_has_three_limits() {
    let own = "a:\n  - 'x*'\n  - '*y'\n  - z\nb:\n  - z\n";
    let own = import("x", own.as_bytes(), PatternSyntax::Glob).expect("it is read");
    let written = export(&own, LexiconFormat::Lcd);
    let lost: Vec<&str> = written.losses.iter().map(|loss| loss.reason.code()).collect();
    assert!(lost.contains(&"loss-one-category") && lost.contains(&"loss-inexpressible"), "{lost:?}");
}

#[test]
#[rustfmt::skip]
fn yoshikoder() {
    use LexiconFormat::Ykd;
    let in_dictionary = "<dictionary style=\"050805\" patternengine=\"substring\"><cnode name=\"V\" desc=\"\"><cnode name=\"a\"><pnode name=\"lamb\"/><cnode name=\"b\">\
<pnode name=\"little*\"/></cnode></cnode></cnode></dictionary>";
    hold(&[
        ("one cnode at the top is the title; patterns beside cnodes stay", in_dictionary, Ykd, "a: =lamb; a/b: little*", &["1 guessed title-category"]),
        ("the pattern engine", "<dictionary patternengine=\"regexp\"><cnode name=\"a\"><pnode name=\"fre+\"/></cnode></dictionary>", Ykd, "a: /fre+/", &[]),
        ("two sisters of one name", "<dictionary><cnode name=\"a\"><pnode name=\"x\"/></cnode>\n<cnode name=\"a\"><pnode name=\"y\"/></cnode></dictionary>", Ykd,
            "a: =x; a (2): =y", &["2 altered same-name"]),
    ]);
    let named = import("actually_ykd.cat", in_dictionary.as_bytes(), PatternSyntax::Glob).expect("it is read");
    assert_eq!(named.format, Ykd, "the name says nothing");
}

#[test]
#[rustfmt::skip]
fn wordstat() {
    use LexiconFormat::Cat;
    hold(&[
        ("weights of any size and none", "A\r\n\tB (10)\r\n\tC (0.5)\r\n\tD (-1)\r\n\tE\r\n", Cat, "A: =B ×10, =C ×0.5, =D ×-1, =E", &["5 guessed unweighted-term"]),
        ("an underscore joins a phrase", "A\n\tFREE_MARKET (1)\n", Cat, "A: =FREE =MARKET", &[]),
        ("a rule", "A\n\t@NOTFREE [FREE* AFTER #NEG /S 2] (1)\nNEG\n\tNO (1)\n", Cat, "A: FREE* [after =NO, =NO _]; NEG: =NO", &["2 guessed condition-guessed"]),
        ("a quotation mark", "A\n\t6\" (1)\n\tX (1)\n", Cat, "A: =6\", =X", &[]),
        ("a category called NA", "A\n\tNA\n\t\tX (1)\n", Cat, "A: ; A/NA: =X", &[]),
    ]);
    let french = b"VALEURS\r\n\tLIBERT\xc9 (1)\r\n\t\xc9GALIT\xc9 (1)\r\n\tD\xc9MOCRATIE (2)\r\n";
    let french = import("x.cat", french, PatternSyntax::Glob).expect("it is read");
    assert_eq!(listed(&french), "VALEURS: =LIBERT\u{c9}, =\u{c9}GALIT\u{c9}, =D\u{c9}MOCRATIE ×2");
}

#[test]
#[rustfmt::skip]
fn quanteda() {
    use LexiconFormat::Yaml;
    hold(&[
        ("words under __", "values:\n  __: [\"value*\"]\n  freedom: [free, rule of law]\n", Yaml, "values: value*; values/freedom: =free, =rule =of =law", &[]),
        ("a list of words and mappings", "a:\n  - x\n  - b: [y]\n  - z\n", Yaml, "a: =x, =z; a/b: =y", &[]),
        ("yes, no, on, off, y and n are words", "a: [yes, no, on, off, y, n, ~, null]\n", Yaml, "a: =yes, =no, =on, =off, =y, =n, =~, =null", &[]),
        ("NO is Norway", "NO: [oslo]\n", Yaml, "NO: =oslo", &[]),
        ("numbers are words", "1984: [1984, 0.50, 1e3]\n", Yaml, "1984: =1984, =0.50, =1e3", &[]),
        ("a leaf of one scalar", "a: x\nb:\n  c: y z\n", Yaml, "a: =x; b: ; b/c: =y =z", &[]),
    ]);
    let own = import("x", "a:\n  __: [yes, '1984', 'null']\n  NO: [y]\n".as_bytes(), PatternSyntax::Glob).expect("it is read");
    let written = String::from_utf8(export(&own, Yaml).bytes).expect("it is text");
    for quoted in ["__", "\"yes\"", "\"1984\"", "\"null\"", "\"NO\"", "\"y\""] {
        assert!(written.contains(quoted), "{written}");
    }
}

#[test]
#[rustfmt::skip]
fn tables() {
    use LexiconFormat::{Csv, Dicx};
    hold(&[
        ("long", "category,pattern,weight,kind,note\nv/a,free*,0.5,glob,n\nv,f.*,1,regex,\n", Csv, "v: /f.*/; v/a: free* ×0.5", &[]),
        ("wide and ragged", "a,b\nx,y\nz\n,w\n", Csv, "a: =x, =z; b: =y, =w", &["1 guessed shape"]),
        ("matrix", "word,a,b\nx,X,\ny,,X\n", Dicx, "a: =x; b: =y", &["1 guessed shape"]),
        ("Empath", "help\taid\tassist\nwork\tjob\toffice\tboss\n", Csv, "help: =aid, =assist; work: =job, =office, =boss", &["1 guessed shape"]),
        ("tidytext", "word,sentiment,score\nabandon,negative,-2\n", Csv, "negative: =abandon ×-2", &[]),
        ("semicolons and a comma in numbers", "category;pattern;weight\na;x;0,5\n", Csv, "a: =x ×0.5", &[]),
        ("tabs", "category\tpattern\na\tx, y\n", Csv, "a: =x, =y", &[]),
        ("Excel's sep=; and a byte order mark", "\u{feff}sep=;\r\ncategory;pattern\r\na;x\r\n", Csv, "a: =x", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn kh_coder() {
    use LexiconFormat::KhCoder;
    const COUNTS: &str = "0 guessed counts-documents";
    hold(&[
        ("a full-width star", "＊自由\n自由 | 解放\n", KhCoder, "自由: 自由, 解放", &[COUNTS]),
        ("or", "*a\nx | y\n| z\n", KhCoder, "a: x, y, z", &[COUNTS]),
        ("and", "*a\nx & y | z\n", KhCoder, "a: z", &[COUNTS, "2 dropped document-rule"]),
        ("not", "*a\nz | ! x\n", KhCoder, "a: z", &[COUNTS, "2 dropped document-rule"]),
        ("and not", "*a\nx &! y | z\n", KhCoder, "a: z", &[COUNTS, "2 dropped document-rule"]),
        ("parentheses", "*a\n( x | y ) | ( z )\n", KhCoder, "a: x, y, z", &[COUNTS]),
        ("the use of another code", "*a\nx\n*b\n<*a> | y\n", KhCoder, "a: x; b: x, y", &[COUNTS]),
        ("near", "*a\nnear(сөз-бостандық)[4]\n", KhCoder, "a: сөз [near бостандық]", &[COUNTS, "2 guessed condition-guessed"]),
        ("seq", "*a\nseq(сөз-бостандық)[4]\n", KhCoder, "a: сөз ..3 бостандық", &[COUNTS, "2 guessed condition-guessed"]),
        ("a phrase", "*a\nсөз+бостандығы\n", KhCoder, "a: сөз бостандығы", &[COUNTS]),
        ("a literal string", "*a\n'тәуелсіз'\n", KhCoder, "a: *тәуелсіз*", &[COUNTS]),
    ]);
    let near = import("x.txt", "*a\nnear(сөз-бостандық)[4]\n".as_bytes(), PatternSyntax::Glob).expect("it is read");
    assert_eq!(near.lexicon.entries[0].conditions.window, 4);
    let glued = import("x.txt", b"*a\nx|y\n", PatternSyntax::Glob).expect_err("operators need spaces");
    assert_eq!((glued[0].line, glued[0].column), (2, 1));
}

/// A workbook made by another writer of workbooks, with a sheet of notes before and a hidden one
/// behind.
#[test]
fn a_workbook_of_another_program() {
    let import = import("workbook.xlsx", include_bytes!("../../../../tests/data/workbook.xlsx"), PatternSyntax::Glob)
        .expect("it is read");
    assert_eq!(import.format, LexiconFormat::Xlsx);
    assert_eq!(
        listed(&import),
        "values: =2024-01-02, =TRUE, =law, =rule =of =law; values/freedom: бостандық* ×0.1, =1984 ×2"
    );
    assert_eq!(
        losses(&import),
        ["0 dropped sheet", "0 dropped sheet", "4 guessed cell", "5 guessed cell", "6 guessed cell"]
    );
    assert_eq!(import.lexicon.entries[4].note, "a_x0041_b <&>\n\"q\"");
}
