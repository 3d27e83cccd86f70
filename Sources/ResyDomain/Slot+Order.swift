extension [Slot] {
    /// By day and time; those of one moment as they came. Places are put in order, not the slots, which are large.
    package var inOrderOfTime: [Slot] {
        guard let first else { return [] }
        let order = indices.map { (self[$0].minutes(intoEvening: first.day), $0) }.sorted { $0 < $1 }
        return order.map { self[$0.1] }
    }
}
