//! Judged samples come in as files: tables, which the readers read, and which are scored on the
//! page.

use tarazy_documents::{FileReply, FileRequest, ReadOptions, Wants};
use tarazy_engine::problem::Problem;
use tarazy_report::report::{JudgedSample, Score, score};

use super::{actions::StudyActions, incoming::NO_READER};
use crate::{
    browser::NamedFile,
    ui::state::notices::{problem_of, reader_problem},
};

impl StudyActions {
    /// Scores the judged sample in a file, or that of two coders in two.
    ///
    /// # Errors
    /// Everything that is wrong with the files; nothing where the user has cancelled.
    pub async fn score_judged(&self, files: Vec<NamedFile>) -> Result<Score, Vec<Problem>> {
        let mut samples = Vec::new();
        let mut last = String::new();
        for file in files {
            last.clone_from(&file.name);
            samples.push(self.judged_sample(file).await?);
        }
        match &samples[..] {
            [first] => score(first, None),
            [first, second] => score(first, Some(second)),
            _ => return Err(vec![problem_of(&last, "validation-too-many", Vec::new())]),
        }
        .map_err(|error| vec![error.problem(&last)])
    }

    async fn judged_sample(&self, NamedFile { name, file }: NamedFile) -> Result<JudgedSample, Vec<Problem>> {
        let wants = Wants::PreviewAndData;
        let request = FileRequest { name: name.clone(), options: ReadOptions::default(), wants };
        match self.incoming().reader().ask(&request, file.into()).await {
            Ok(FileReply::Table(_, Some(table))) => JudgedSample::read(&table.columns, table.rows())
                .map_err(|errors| errors.iter().map(|error| error.problem(&name)).collect()),
            Ok(FileReply::Refused(problem)) => Err(vec![problem]),
            Ok(FileReply::Plain | FileReply::Documents(_) | FileReply::Table(_, None)) => {
                Err(vec![problem_of(&name, "metadata-table-no-table", Vec::new())])
            }
            Err(error) => Err(reader_problem(&name, error, NO_READER).into_iter().collect()),
        }
    }
}
