use tarazy_engine::settings::Options;
use tarazy_report::report::{self, Article};

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

fn compiled(name: &str, article: &Article, messages: &tarazy_report::message::Messages) {
    let Some(tex) = program(&["xelatex", "lualatex", "tectonic"]) else { return };
    let folder = folder(&format!("latex-{name}"));
    std::fs::write(folder.join("article.tex"), report::latex(article, messages)).expect("the folder can be written");
    let mut command = std::process::Command::new(tex);
    if tex != "tectonic" {
        command.args(["-interaction=nonstopmode", "-halt-on-error"]);
    }
    let output = command.arg("article.tex").current_dir(&folder).output().expect("it was just there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_document_compiles_where_tex_is_installed() {
    let (table, lexicon) = (study(&HOSTILE, Options::default()), lexicon());
    for messages in all_messages() {
        let methods = about(&table, &lexicon);
        let code = messages.language().code();
        compiled(&format!("categories-{code}"), &report::category_article(&methods, 2, &messages), &messages);
        compiled(&format!("table1-{code}"), &report::table1_article(&methods, 1, &messages), &messages);
        compiled(&format!("appendix-{code}"), &report::lexicon_appendix(&lexicon, &messages), &messages);
    }
}
