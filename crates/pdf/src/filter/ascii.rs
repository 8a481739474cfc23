//! Filters that write bytes as text, and runs.

use crate::{budget::Budget, error::Result, object::is_space};

/// Pairs of hexadecimal digits, up to `>`.
pub(super) fn hex(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>> {
    budget.inflate(bytes.len() / 2, bytes.len() / 2)?;
    let digits = bytes.iter().take_while(|byte| **byte != b'>');
    let mut digits = digits.filter_map(|byte| char::from(*byte).to_digit(16));
    let mut all = Vec::new();
    while let Some(high) = digits.next() {
        all.push(u8::try_from(high << 4 | digits.next().unwrap_or(0)).unwrap_or(0));
    }
    Ok(all)
}

/// Groups of five characters for four bytes, up to `~>`.
pub(super) fn base_85(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    let mut group: u32 = 0;
    let mut len = 0;
    for byte in bytes.iter().copied().filter(|byte| !is_space(*byte)) {
        match byte {
            b'z' if len == 0 => all.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                len += 1;
                if len == 5 {
                    all.extend(group.to_be_bytes());
                    (group, len) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if len > 1 {
        for _ in len..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        all.extend(&group.to_be_bytes()[..len - 1]);
    }
    budget.inflate(all.len(), all.len())?;
    Ok(all)
}

/// Runs of equal bytes and of bytes as they are.
pub(super) fn run_length(mut bytes: &[u8], budget: &Budget) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    while let [len, rest @ ..] = bytes {
        let len = usize::from(*len);
        if len == 128 {
            break;
        }
        if len < 128 {
            let (run, after) = rest.split_at((len + 1).min(rest.len()));
            all.extend_from_slice(run);
            bytes = after;
        } else {
            let [byte, after @ ..] = rest else { break };
            all.resize(all.len() + 257 - len, *byte);
            bytes = after;
        }
        budget.inflate(0, all.len())?;
    }
    budget.inflate(all.len(), all.len())?;
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Limits;

    #[test]
    fn filters_decode_what_the_specification_shows() {
        let budget = Budget::new(Limits::default());
        assert_eq!(hex(b"48 65 6C 6C 6F 2>", &budget).unwrap(), b"Hello ");
        assert_eq!(base_85(b"87cURD]i,\"Ebo80~>", &budget).unwrap(), b"Hello World!");
        assert_eq!(run_length(&[2, b'a', b'b', b'c', 254, b'x', 128, 9], &budget).unwrap(), b"abcxxx");
    }
}
