package import ResyDomain

extension AccountList {
    /// What it says of tables, and from when that is.
    package func reading(askedAt moment: Instant) -> ListReading {
        ListReading(reservations, askedAt: moment, isWhole: isWhole)
    }
}
