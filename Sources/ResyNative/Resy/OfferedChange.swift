package import ResyDomain

/// Resy's own change of a reservation: until when it says that it is possible.
package struct OfferedChange: Sendable, Equatable {
    package var until: Instant

    package init(until: Instant) { self.until = until }

    /// Nil where it is not allowed, or no end of it is told.
    init?(_ json: JSON?, _ moment: (JSON?) -> Instant?) {
        guard let json, (try? json.optional("allowed")?.flag) == true, let until = moment(json.optional("date_cut_off"))
        else { return nil }
        self.until = until
    }

    func isOpen(at now: Instant) -> Bool { now < until }
}
