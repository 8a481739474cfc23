//! How the keyboard moves through a drawing: to the next link in the direction of the arrow.

use tarazy_report::figure::{Bounds, Scene};

/// Marks whose lower edges are so near stand in one row.
const ROW: f64 = 8.0;

/// Returns the marks that lead somewhere: number and place.
pub fn bound_marks(scene: &Scene) -> Vec<(usize, Bounds)> {
    let marks = scene.marks.iter().enumerate().filter(|(_, mark)| mark.target.is_some());
    marks.map(|(at, mark)| (at, mark.shape.bounds())).collect()
}

/// Returns the mark that a key leads to from `from`; `None` for a key that is none of these, and at
/// the edge.
pub fn step(marks: &[(usize, Bounds)], from: usize, key: &str) -> Option<usize> {
    let (_, own) = marks.iter().find(|(at, _)| *at == from)?;
    let rest = || marks.iter().filter(|(at, _)| *at != from);
    let down = |place: &Bounds| place.bottom - own.bottom;
    let right = |place: &Bounds| place.left - own.left;
    // The nearest in a direction: of those in the nearest row the one that is nearest aside.
    let nearest = |along: &dyn Fn(&Bounds) -> f64, aside: &dyn Fn(&Bounds) -> f64| {
        let ahead = rest().filter(|(_, place)| along(place) > 0.0);
        let key = |place: &Bounds| (along(place), aside(place).abs());
        ahead.min_by(|(_, one), (_, other)| key(one).partial_cmp(&key(other)).unwrap_or(std::cmp::Ordering::Equal))
    };
    let rows = |way: f64| {
        // Marks of one row may differ a little in height: text hangs below bars.
        let along =
            move |place: &Bounds| if (down(place) * way) > ROW { (down(place) * way / ROW).round() } else { 0.0 };
        nearest(&along, &right).map(|(at, _)| *at)
    };
    let columns = |way: f64| {
        let along = move |place: &Bounds| if down(place).abs() <= ROW { right(place) * way } else { 0.0 };
        nearest(&along, &down).map(|(at, _)| *at)
    };
    match key {
        "ArrowDown" => rows(1.0),
        "ArrowUp" => rows(-1.0),
        "ArrowRight" => columns(1.0),
        "ArrowLeft" => columns(-1.0),
        "Home" => marks.first().map(|(at, _)| *at),
        "End" => marks.last().map(|(at, _)| *at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of three marks; the last of the second hangs a little lower.
    fn marks() -> Vec<(usize, Bounds)> {
        let mark = |at: usize| {
            let (left, bottom) = ((at % 3) as f64 * 50.0, 20.0 + (at / 3) as f64 * 25.0 + (at / 5) as f64 * 3.0);
            (at + 10, Bounds { left, top: bottom - 12.0, right: left + 40.0, bottom })
        };
        (0..6).map(mark).collect()
    }

    #[test]
    fn arrows_go_to_the_nearest_mark_in_their_direction() {
        let marks = marks();
        let go = |from, key| step(&marks, from, key);
        assert_eq!(go(10, "ArrowRight"), Some(11));
        assert_eq!(go(11, "ArrowDown"), Some(14));
        assert_eq!(go(14, "ArrowRight"), Some(15));
        assert_eq!(go(15, "ArrowUp"), Some(12));
        assert_eq!(go(12, "ArrowLeft"), Some(11));
        assert_eq!([go(10, "End"), go(15, "Home")], [Some(15), Some(10)]);
    }

    #[test]
    fn edges_hold_and_other_keys_are_not_ours() {
        let marks = marks();
        assert_eq!(step(&marks, 10, "ArrowUp"), None);
        assert_eq!(step(&marks, 12, "ArrowRight"), None);
        assert_eq!(step(&marks, 10, "a"), None);
        assert_eq!(step(&marks, 99, "ArrowDown"), None);
        assert_eq!(step(&[], 0, "Home"), None);
    }
}
