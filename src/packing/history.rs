//! What was coded before, to find where it comes again.

/// Tokens that must be the same for a repetition to be looked at: instructions with all that follows them, or bytes.
const SAME: usize = 6;
const PLACES: usize = 1 << 20;
/// How far back a repetition is followed to tell how long it is.
const FARTHEST: u32 = 40;

/// Every value so far, and where what comes now came before.
pub struct History {
    values: Vec<(u8, u32)>,
    tokens: [u32; SAME],
    places: Box<[u32; PLACES]>,
    at: usize,
    length: u32,
}

impl History {
    pub fn new() -> Self {
        Self { values: Vec::new(), tokens: [0; SAME], places: filled(0), at: 0, length: 0 }
    }

    /// Returns what came after the same values before, where it was of this kind, and how many values were the same.
    #[inline]
    pub fn expected(&self, kind: u8) -> Option<(u32, u32)> {
        if self.length == 0 {
            return None;
        }
        let (expected, value) = *self.values.get(self.at)?;
        (expected == kind).then_some((value, self.length))
    }

    /// Returns how many values before this place came before in the same order.
    #[inline]
    pub fn length(&self) -> u32 {
        self.length
    }

    #[inline]
    pub fn add(&mut self, kind: u8, value: u32) {
        if self.length > 0 {
            if self.values[self.at] == (kind, value) {
                self.length += 1;
                self.at += 1;
            } else {
                self.length = 0;
            }
        }
        self.values.push((kind, value));
    }

    /// Ends a token, by a number that tells it from others, and looks for the last that came before.
    pub fn end_token(&mut self, token: u32) {
        self.tokens.rotate_right(1);
        self.tokens[0] = token;
        let key = self.tokens.iter().fold(77, |key, token| hashed(key, *token));
        let place = &mut self.places[(key >> 12) as usize % PLACES];
        let before = *place as usize;
        *place = self.values.len() as u32;
        if self.length == 0 && before > 0 {
            let same = |back: &u32| {
                let back = *back as usize;
                back < before && self.values[before - 1 - back] == self.values[self.values.len() - 1 - back]
            };
            self.length = (0..FARTHEST).take_while(same).count() as u32;
            self.at = before;
        }
    }
}

/// Mixes two numbers into one.
#[inline]
pub fn hashed(one: u32, other: u32) -> u32 {
    (one ^ other.wrapping_mul(0x9E37_79B1)).wrapping_mul(0x2545_F491).rotate_left(13)
}

/// Returns a large array without building it on the stack.
#[allow(clippy::unnecessary_box_returns)]
pub fn filled<T: Copy, const SIZE: usize>(value: T) -> Box<[T; SIZE]> {
    vec![value; SIZE].into_boxed_slice().try_into().ok().expect("as many as asked for")
}
