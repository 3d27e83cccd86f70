/// What Resy's `rgs://resy/…` text says about a slot. The text itself goes back to Resy unchanged.
package struct SlotToken: Sendable, Hashable {
    package let venue: Int
    package let template: Int
    package let service: Int
    package let day: CalendarDay
    package let time: TimeOfDay
    package let party: Int
    /// What gets booked, trimmed; may hold slashes, may be empty.
    package let seating: String

    /// Nil where the text does not fit. On bytes: an evening has hundreds of tokens.
    package init?(_ text: String) {
        let read = text.utf8.withContiguousStorageIfAvailable { SlotToken(bytes: $0) }
        guard let token = read ?? SlotToken(bytes: Array(text.utf8)) else { return nil }
        self = token
    }

    private init?(bytes: some RandomAccessCollection<UInt8>) {
        guard bytes.starts(with: "rgs://resy/".utf8) else { return nil }
        var parts = Parts(rest: bytes.dropFirst("rgs://resy/".utf8.count))
        guard let venue = parts.next().flatMap({ Digits.number($0) }),
            let template = parts.next().flatMap({ Digits.number($0) }),
            let service = parts.next().flatMap({ Digits.number($0) }),
            // The evening, then the slot's own day: the two differ for a time past midnight.
            parts.next().flatMap({ CalendarDay(bytes: $0) }) != nil,
            let day = parts.next().flatMap({ CalendarDay(bytes: $0) }),
            let time = parts.next().flatMap({ TimeOfDay(clockBytes: $0) }),
            let party = parts.next().flatMap({ Digits.number($0) })
        else { return nil }
        self.venue = venue
        self.template = template
        self.service = service
        self.day = day
        self.time = time
        self.party = party
        let seating = String(decoding: parts.rest, as: UTF8.self)
        self.seating = Self.mayBeBlank(parts.rest.first) || Self.mayBeBlank(parts.rest.last) ? seating.trimmed : seating
    }

    private struct Parts<Rest: RandomAccessCollection<UInt8>> where Rest.SubSequence == Rest {
        private(set) var rest: Rest

        init(rest: Rest) { self.rest = rest }

        /// Up to the next slash; nil where there is none.
        mutating func next() -> Rest? {
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
            defer { rest = rest[rest.index(after: slash)...] }
            return rest[..<slash]
        }
    }

    /// A letter is told by its byte.
    private static func mayBeBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 || $0 >= 0x80 } ?? false }
}
