//! What the build weighs, against what it may weigh: `xtask/budgets.toml`.

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project::Project;

/// By how many hundredths a ceiling above its aim may be exceeded, so that nobody counts bytes over a new message.
const GRACE_PERCENT: usize = 2;

/// The limits of each artefact.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Budgets {
    first_visit: Budget,
    single_file: Budget,
    study: Budget,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// Where it shall get to.
    aim: usize,
    /// What must not be exceeded.
    ceiling: usize,
}

impl Budgets {
    /// Reads the limits.
    pub fn read(project: &Project) -> Result<Self> {
        let file = project.root().join("xtask/budgets.toml");
        let text = fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
        toml::from_str(&text).with_context(|| format!("`{}` cannot be understood", file.display()))
    }

    /// Sets what a first visit, the single file and the published sample study weigh against their limits.
    pub fn weigh(&self, first_visit: usize, single_file: usize, study: usize) -> Weights {
        Weights(vec![
            Weight { name: "first visit", bytes: first_visit, budget: self.first_visit },
            Weight { name: "tarazy.html", bytes: single_file, budget: self.single_file },
            Weight { name: "study.html", bytes: study, budget: self.study },
        ])
    }
}

/// What the artefacts of a build weigh.
pub struct Weights(Vec<Weight>);

struct Weight {
    name: &'static str,
    bytes: usize,
    budget: Budget,
}

impl Weights {
    /// Fails when something is heavier than it may be.
    pub fn check(&self) -> Result<()> {
        let heavy: Vec<String> = self.0.iter().filter(|weight| weight.is_heavy()).map(Weight::line).collect();
        if heavy.is_empty() {
            return Ok(());
        }
        bail!("heavier than xtask/budgets.toml allows:\n{}", heavy.join("\n"))
    }

    /// Returns a line for each artefact.
    pub fn lines(&self) -> String {
        self.0.iter().map(Weight::line).collect::<Vec<_>>().join("\n")
    }
}

impl Weight {
    fn is_heavy(&self) -> bool {
        let Budget { aim, ceiling } = self.budget;
        let grace = if ceiling > aim { ceiling / 100 * GRACE_PERCENT } else { 0 };
        self.bytes > ceiling + grace
    }

    fn line(&self) -> String {
        format!(
            "{:<19} {} bytes (ceiling {}, aim {})",
            self.name,
            spaced(self.bytes),
            spaced(self.budget.ceiling),
            spaced(self.budget.aim)
        )
    }
}

/// Writes a number with its thousands apart.
pub fn spaced(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(' ');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budgets() -> Budgets {
        let budget = Budget { aim: 500, ceiling: 1_000 };
        Budgets { first_visit: budget, single_file: budget, study: budget }
    }

    #[test]
    fn thousands_are_apart() {
        assert_eq!(spaced(7), "7");
        assert_eq!(spaced(1_234_567), "1 234 567");
    }

    #[test]
    fn a_ceiling_may_be_exceeded_by_two_hundredths() {
        assert!(budgets().weigh(1_020, 0, 0).check().is_ok());
        let error = budgets().weigh(1_021, 0, 0).check().expect_err("it is too heavy");
        assert!(error.to_string().contains("first visit"), "{error}");
        assert!(budgets().weigh(0, 1_021, 0).check().is_err());
    }

    #[test]
    fn an_aim_that_was_reached_may_not_be_exceeded() {
        let reached = Budget { aim: 1_000, ceiling: 1_000 };
        let budgets = Budgets { first_visit: reached, ..budgets() };
        assert!(budgets.weigh(1_000, 0, 0).check().is_ok());
        assert!(budgets.weigh(1_001, 0, 0).check().is_err());
    }

    #[test]
    fn aim_and_ceiling_are_told() {
        assert!(budgets().weigh(7, 8, 9).lines().contains("7 bytes (ceiling 1 000, aim 500)"));
    }

    #[test]
    fn the_limits_are_readable_and_no_aim_is_above_its_ceiling() {
        let Budgets { first_visit, single_file, study } = Budgets::read(&Project::find()).expect("limits");
        for budget in [first_visit, single_file, study] {
            assert!(budget.aim <= budget.ceiling);
        }
    }
}
