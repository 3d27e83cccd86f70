internal import ResyDomain

extension Endpoint {
    /// Largest answer seen in public captures, with room: 150 slots are about 100 KB, 75 hits a few hundred.
    var limits: JSONLimits {
        switch self {
        case .find, .reservations: JSONLimits(bytes: 16 << 20, values: 1_000_000, valuesPerTree: 20_000)
        // A hit of 150 tables has some 3,000 values, 10,000 where they are as long as a find's.
        case .search: JSONLimits(bytes: 16 << 20, values: 1_000_000, valuesPerTree: 50_000)
        // 2,135 places in 2.8 MB were seen, a third of it shapes on the map.
        case .cities: JSONLimits(bytes: 16 << 20, values: 1_000_000, valuesPerTree: 20_000)
        case .calendar, .venue, .details: JSONLimits(bytes: 4 << 20, values: 100_000, valuesPerTree: 50_000)
        case .signIn, .refresh, .sendCode, .code, .challenge, .user, .config, .book, .cancel,
            .change, .wish, .notifies, .notify:
            JSONLimits(bytes: 1 << 20, values: 20_000, valuesPerTree: 20_000)
        }
    }
}
