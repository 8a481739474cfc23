//! Values below 256 → few decisions: what comes often takes few, as Huffman's codes do ("A Method for the Construction of
//! Minimum-Redundancy Codes", Proc. IRE 40, 1952).

/// How many values there are.
pub const VALUES: usize = 256;
/// How many decisions a value takes at most.
const MOST: u8 = 12;
/// When all values are as frequent as this makes them, each takes eight decisions.
const MOST_ATTEMPTS: u64 = 2048;

/// How many decisions each value takes, 0 for one that does not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alphabet(pub [u8; VALUES]);

impl Default for Alphabet {
    fn default() -> Self {
        Self([0; VALUES])
    }
}

impl Alphabet {
    /// Returns the shortest alphabet of values that come so often.
    pub fn of(frequencies: &[u32; VALUES]) -> Self {
        let whole: u64 = frequencies.iter().copied().map(u64::from).sum();
        // Rare values are taken for less rare until none takes too many decisions.
        (0..=MOST_ATTEMPTS)
            .map(|times| Self::with_least(frequencies, whole * times / 2048))
            .find(|alphabet| alphabet.0.iter().all(|length| *length <= MOST))
            .unwrap_or_default()
    }

    fn with_least(frequencies: &[u32; VALUES], least: u64) -> Self {
        let mut lengths = [0_u8; VALUES];
        let mut groups: Vec<(u64, Vec<usize>)> = (0..VALUES)
            .filter(|value| frequencies[*value] > 0)
            .map(|value| (u64::from(frequencies[value]).max(least), vec![value]))
            .collect();
        if let [(_, only)] = &groups[..] {
            lengths[only[0]] = 1;
        }
        while groups.len() > 1 {
            groups.sort_by(|one, other| other.cmp(one));
            let joined: Vec<(u64, Vec<usize>)> = groups.split_off(groups.len() - 2);
            let weight = joined.iter().map(|group| group.0).sum();
            let values: Vec<usize> = joined.into_iter().flat_map(|group| group.1).collect();
            for value in &values {
                lengths[*value] = lengths[*value].saturating_add(1);
            }
            groups.push((weight, values));
        }
        Self(lengths)
    }
}

/// The decisions that lead to each value.
pub struct Codes {
    /// The decisions of each value, the first highest, and how many they are.
    pub of: [(u32, u32); VALUES],
    /// What decisions lead to, by these below a 1: a value, or [`Codes::OPEN`].
    pub reached: Box<[u16; 2 << MOST]>,
}

impl Codes {
    /// More decisions are needed.
    pub const OPEN: u16 = u16::MAX;

    /// Returns the decisions: within one length in the order of the values. Lengths that are of no alphabet lead to value 0.
    pub fn new(alphabet: &Alphabet) -> Self {
        let mut order: Vec<usize> = (0..VALUES).filter(|value| (1..=MOST).contains(&alphabet.0[*value])).collect();
        order.sort_by_key(|value| (alphabet.0[*value], *value));
        let mut of = [(0, 0); VALUES];
        let mut reached = Box::new([Self::OPEN; 2 << MOST]);
        reached[1 << MOST..].fill(0);
        let (mut code, mut length) = (0_u32, 0);
        for value in order {
            code <<= alphabet.0[value] - length;
            length = alphabet.0[value];
            of[value] = (code, u32::from(length));
            if let Some(place) = reached.get_mut(1 << length | code as usize) {
                *place = value as u16;
            }
            code += 1;
        }
        Self { of, reached }
    }
}
