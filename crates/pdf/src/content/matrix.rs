//! Transformations of the plane.

/// Six numbers of a transformation, as PDF writes them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn new(numbers: &[f64]) -> Option<Self> {
        let numbers: [f64; 6] = numbers.try_into().ok()?;
        numbers.iter().all(|number| number.is_finite()).then_some(Self(numbers))
    }

    pub(super) const fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this one, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let right = other.vector(self.0[0], self.0[1]);
        let up = other.vector(self.0[2], self.0[3]);
        let origin = other.point(self.0[4], self.0[5]);
        Self([right.0, right.1, up.0, up.1, origin.0, origin.1])
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let moved = self.vector(x, y);
        (moved.0 + self.0[4], moved.1 + self.0[5])
    }

    pub(super) fn vector(self, x: f64, y: f64) -> (f64, f64) {
        let by = &self.0;
        (by[0] * x + by[2] * y, by[1] * x + by[3] * y)
    }
}
