//! The colours of the style sheet: contrast with the paper, and distance from one another as other
//! eyes see them.
//!
//! Dichromacy is simulated by the matrices of Machado, Oliveira and Fernandes (2009, "A
//! physiologically-based model for simulation of color vision deficiency", *IEEE TVCG* 15,
//! 1291–1298, table 1, severity 1.0) on linear sRGB. Distance is ΔE of CIELAB (1976); about 2.3 is
//! a just noticeable difference. Contrast is that of WCAG 2.2.

use std::collections::{HashMap, HashSet};

use tarazy_report::figure::{Deviation, FillPattern, Style, hue, ink, paper, pattern, tint};

const TOKENS: &str = include_str!("../../www/style/00-tokens.css");

type Rgb = [f64; 3];

const SIMULATIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// The declarations of colours in each block of the style sheet: light, dark by the system, dark by
/// choice.
fn blocks() -> Vec<HashMap<&'static str, &'static str>> {
    let blocks = TOKENS.split("  color-scheme:").skip(1).map(|block| block.split('}').next().unwrap_or_default());
    blocks
        .map(|block| {
            block
                .lines()
                .filter_map(|line| line.trim().strip_prefix("--")?.trim_end_matches(';').split_once(": "))
                .collect()
        })
        .collect()
}

/// Linear light of a colour written as `#rrggbb`.
fn linear(hex: &str) -> Rgb {
    [1, 3, 5].map(|at| {
        let part = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("six hexadecimal digits")) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn luminance([red, green, blue]: Rgb) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(linear(one)) + 0.05, luminance(linear(other)) + 0.05);
    one.max(other) / one.min(other)
}

fn simulated(rgb: Rgb, matrix: [[f64; 3]; 3]) -> Rgb {
    matrix.map(|row| row.iter().zip(rgb).map(|(weight, part)| weight * part).sum::<f64>().clamp(0.0, 1.0))
}

/// CIELAB under D65.
fn lab([red, green, blue]: Rgb) -> [f64; 3] {
    let x = (0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47;
    let y = 0.212_672_9 * red + 0.715_152_2 * green + 0.072_175 * blue;
    let z = (0.019_333_9 * red + 0.119_192 * green + 0.950_304_1 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z]
        .map(|part: f64| if part > 216.0 / 24_389.0 { part.cbrt() } else { (24_389.0 / 27.0 * part + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// Each pair of category hues of a block.
fn pairs(block: &HashMap<&'static str, &'static str>) -> Vec<(&'static str, &'static str)> {
    let hues: Vec<&str> = (1..=8).map(|at| block[format!("category-{at}").as_str()]).collect();
    hues.iter().enumerate().flat_map(|(at, one)| hues[..at].iter().map(|other| (*one, *other))).collect()
}

#[test]
fn both_ways_to_the_dark_theme_lead_to_the_same_colours() {
    let blocks = blocks();
    assert_eq!(blocks.len(), 3);
    assert_eq!(blocks[1], blocks[2]);
    let mut light: Vec<_> = blocks[0].keys().collect();
    let mut dark: Vec<_> = blocks[1].keys().collect();
    light.sort();
    dark.sort();
    assert_eq!(light, dark);
}

#[test]
fn text_has_a_contrast_of_seven_and_lines_that_mean_something_of_three() {
    for block in blocks() {
        for ground in ["paper", "surface"] {
            for ink in ["ink", "ink-muted", "accent"] {
                let contrast = contrast(block[ink], block[ground]);
                assert!(contrast >= 7.0, "{ink} on {ground}: {contrast:.2}");
            }
            let focus = contrast(block["focus"], block[ground]);
            assert!(focus >= 3.0, "focus on {ground}: {focus:.2}");
        }
        for colour in (1..=8).map(|at| format!("category-{at}")).chain(["ink-faint".to_owned(), "warning".to_owned()]) {
            let contrast = contrast(block[colour.as_str()], block["paper"]);
            assert!(contrast >= 3.0, "{colour} on paper: {contrast:.2}");
        }
        let highlighted = contrast(block["ink"], block["highlight"]);
        assert!(highlighted >= 7.0, "ink on highlight: {highlighted:.2}");
    }
}

#[test]
fn category_hues_stay_apart_for_every_kind_of_colour_vision() {
    for block in blocks() {
        for (one, other) in pairs(&block) {
            for (name, matrix) in SIMULATIONS {
                let distance = distance(lab(simulated(linear(one), matrix)), lab(simulated(linear(other), matrix)));
                assert!(distance >= 20.0, "{one} and {other} under {name}: {distance:.1}");
            }
        }
    }
}

#[test]
fn category_hues_stay_apart_in_grey() {
    for block in blocks() {
        for (one, other) in pairs(&block) {
            let distance = (lab(linear(one))[0] - lab(linear(other))[0]).abs();
            assert!(distance >= 4.5, "{one} and {other} in grey: {distance:.1}");
        }
    }
}

#[test]
fn each_category_has_a_line_of_its_own() {
    let reader = include_str!("../../www/style/40-reader.css");
    let mut lines: Vec<&str> = reader
        .lines()
        .filter_map(|line| line.split_once("--category-line: underline ")?.1.split_once(" var(").map(|(line, _)| line))
        .collect();
    assert_eq!(lines.len(), 8);
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), 8);
}

const DEVIATIONS: [(&str, Deviation); 4] = [
    ("residual-far-above", Deviation::FarAbove),
    ("residual-above", Deviation::Above),
    ("residual-below", Deviation::Below),
    ("residual-far-below", Deviation::FarBelow),
];

#[test]
fn figures_have_the_colours_of_the_light_page() {
    let light = &blocks()[0];
    for category in 0..24 {
        assert_eq!(hue(category), light[format!("category-{}", category % 8 + 1).as_str()]);
    }
    for (name, deviation) in DEVIATIONS {
        assert_eq!(tint(Some(deviation)), light[name]);
    }
    assert_eq!((paper(), tint(None)), (light["paper"], light["paper"]));
    let inks = [Style::Ink, Style::Muted, Style::Axis, Style::Grid].map(ink);
    assert_eq!(inks, ["ink", "ink-muted", "ink-faint", "line"].map(|name| light[name]));
}

#[test]
fn numbers_can_be_read_on_every_tint_and_tints_stay_apart_for_every_kind_of_colour_vision() {
    for block in blocks() {
        for (at, (name, _)) in DEVIATIONS.iter().enumerate() {
            let contrast = contrast(block["ink"], block[name]);
            assert!(contrast >= 7.0, "ink on {name}: {contrast:.2}");
            let others = DEVIATIONS[..at].iter().map(|(other, _)| *other).chain(["paper"]);
            for other in others {
                for (vision, matrix) in SIMULATIONS {
                    let seen = |name: &str| lab(simulated(linear(block[name]), matrix));
                    let distance = distance(seen(name), seen(other));
                    assert!(distance >= 8.0, "{name} and {other} under {vision}: {distance:.1}");
                }
            }
        }
    }
}

#[test]
fn no_two_categories_of_a_figure_look_alike_and_neighbours_differ_in_pattern() {
    let looks: HashSet<(&str, FillPattern)> = (0..64).map(|category| (hue(category), pattern(category))).collect();
    assert_eq!(looks.len(), 64);
    for category in 0..63 {
        assert_ne!(pattern(category), pattern(category + 1), "{category}");
    }
}
