//! Options of Table 1 for tests of what is written and read again.

use proptest::prelude::*;
use tarazy_engine::settings::Table1Options;

/// Any options of Table 1, the usual and the unstated among them.
pub fn table1_options() -> impl Strategy<Value = Table1Options> {
    let any = (any::<bool>(), Table1Options::RATES, Table1Options::MATCHES, Table1Options::MATCHES).prop_map(
        |(topics_compete, special_rate, special_matches, dominant_matches)| Table1Options {
            topics_compete,
            special_rate,
            special_matches,
            dominant_matches,
        },
    );
    prop_oneof![any, Just(Table1Options::default()), Just(Table1Options::unstated())]
}
