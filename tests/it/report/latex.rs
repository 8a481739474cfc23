use tarazy_engine::settings::Options;
use tarazy_report::report;

use crate::left_out;

use super::{HOSTILE, about, all_messages, folder, lexicon, program, study};

#[test]
fn a_title_is_no_command_and_no_comment_ends() {
    let (table, lexicon) = (study(&HOSTILE, Options::default()), lexicon());
    for messages in all_messages() {
        let article = report::category_article(&about(&table, &lexicon), 2, &messages);
        let text = report::latex(&article, &messages);
        let commands = text.lines().filter(|line| !line.starts_with('%')).collect::<Vec<_>>().join("\n");
        assert!(!commands.contains("\\input") && text.contains("\\textbackslash{}input\\{/etc/passwd\\}"), "{text}");
        assert!(text.contains("\\toprule") && text.contains("\\midrule") && text.contains("\\bottomrule"));
        let rows = commands.lines().filter(|line| line.contains(" & ")).collect::<Vec<_>>();
        let ends = |line: &&str| {
            line.ends_with("\\\\") && line.replace("\\&", "").matches('&').count() == table.columns.len() + 3
        };
        assert!(rows.len() > HOSTILE.len() && rows.iter().all(ends), "{rows:#?}");
        assert!(text.contains(&table.lexicon.sha256[..16]));
        let is_plain = |letter: char| letter == '\n' || !letter.is_control();
        assert!(text.chars().all(is_plain));
    }
}

/// A document with the packages of ours, for an installation of TeX that may have only half of
/// them.
const SIMPLE: &str = "\\documentclass{article}\\usepackage{fontspec}\\usepackage{babel}\\babelprovide[import,main]{kazakh}\
\\usepackage{geometry,array,booktabs,longtable,caption}\\begin{document}a\\end{document}\n";

/// Compiles a document in a folder of its own; returns what TeX printed where it failed.
fn compile(tex: &str, name: &str, document: &str) -> Result<(), String> {
    let folder = folder(&format!("latex-{name}"));
    std::fs::write(folder.join("article.tex"), document).expect("the folder can be written");
    let mut command = std::process::Command::new(tex);
    if tex != "tectonic" {
        command.args(["-interaction=nonstopmode", "-halt-on-error"]);
    }
    let output = command.arg("article.tex").current_dir(&folder).output().expect("it is installed");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stdout).into_owned()) }
}

/// Returns an installed TeX that compiles a simple document; notes it where there is none.
fn working_tex() -> Option<&'static str> {
    let tex = program(&["xelatex", "lualatex", "tectonic"])?;
    if compile(tex, "simple", SIMPLE).is_err() {
        left_out::note(&format!("{tex} lacks fontspec, babel with Kazakh, or packages for tables"));
        return None;
    }
    Some(tex)
}

#[test]
fn the_document_compiles_where_tex_is_installed() {
    let Some(tex) = working_tex() else { return };
    let (table, lexicon) = (study(&HOSTILE, Options::default()), lexicon());
    for messages in all_messages() {
        let methods = about(&table, &lexicon);
        let articles = [
            ("categories", report::category_article(&methods, 2, &messages)),
            ("table1", report::table1_article(&methods, 1, &messages)),
            ("appendix", report::lexicon_appendix(&lexicon, &messages)),
        ];
        for (name, article) in articles {
            let name = format!("{name}-{}", messages.language().code());
            let result = compile(tex, &name, &report::latex(&article, &messages));
            assert_eq!(result, Ok(()), "{name}");
        }
    }
}
