//! A piece of an article, as the page asks the engine for it.

use super::{
    Article, Methods, ReferenceStyle, TableStyle, cited, docx, latex, lexicon_appendix, methods_article,
    methods_paragraph, references, study_workbook,
};
use crate::message::Messages;
use tarazy_engine::{
    counting::Comparison,
    lexicon::Lexicon,
    study::{Piece, PieceFormat, PieceWish, ReferenceFile},
};

/// Writes a piece. The same study gives the same bytes. Cost: linear in the table and, where the piece holds it, in the lexicon.
pub fn write_piece(wish: &PieceWish, table: &Comparison, lexicon: &Lexicon) -> Vec<u8> {
    let messages = &Messages::new(wish.language);
    let style = TableStyle {
        decimals: usize::from(wish.decimals),
        decimal_sign: wish.decimal_sign,
        is_transposed: wish.is_transposed,
    };
    let PieceWish { measure, is_weighted, .. } = *wish;
    let methods = Methods { table, measure, is_weighted, has_table1: true, lexicon: Some(lexicon), style };
    match wish.piece {
        Piece::Paragraph => methods_paragraph(&methods, messages).into_bytes(),
        Piece::References(file) => {
            references(&cited(&methods, None, messages), reference_style(file), messages).into_bytes()
        }
        Piece::Methods(format) => write_article(&methods_article(&methods, None, None, messages), format, messages),
        Piece::Appendix(format) => write_article(&lexicon_appendix(lexicon, messages), format, messages),
        Piece::Workbook => study_workbook(&methods, messages),
    }
}

/// Writes blocks of an article as a file of their own.
pub fn write_article(article: &Article, format: PieceFormat, messages: &Messages) -> Vec<u8> {
    match format {
        PieceFormat::Docx => docx(article),
        PieceFormat::Latex => latex(article, messages).into_bytes(),
        PieceFormat::Html => article.html_page().into_bytes(),
        PieceFormat::Markdown => article.markdown().into_bytes(),
    }
}

const fn reference_style(file: ReferenceFile) -> ReferenceStyle {
    match file {
        ReferenceFile::Gost => ReferenceStyle::Gost,
        ReferenceFile::Apa => ReferenceStyle::Apa,
        ReferenceFile::Bibtex => ReferenceStyle::Bibtex,
        ReferenceFile::Ris => ReferenceStyle::Ris,
    }
}
