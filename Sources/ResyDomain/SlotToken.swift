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
        let bytes = Array(text.utf8)
        guard bytes.starts(with: "rgs://resy/".utf8) else { return nil }
        var rest = bytes.dropFirst("rgs://resy/".utf8.count)
        func part() -> ArraySlice<UInt8>? {
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
            defer { rest = rest[(slash + 1)...] }
            return rest[..<slash]
        }
        guard let venue = part().flatMap({ Digits.number($0) }), let template = part().flatMap({ Digits.number($0) }),
            let service = part().flatMap({ Digits.number($0) }),
            // The evening, then the slot's own day: the two differ for a time past midnight.
            part().flatMap({ CalendarDay(bytes: $0) }) != nil, let day = part().flatMap({ CalendarDay(bytes: $0) }),
            let time = part().flatMap({ TimeOfDay(clockBytes: $0) }),
            let party = part().flatMap({ Digits.number($0) })
        else { return nil }
        self.venue = venue
        self.template = template
        self.service = service
        self.day = day
        self.time = time
        self.party = party
        let seating = String(decoding: rest, as: UTF8.self)
        self.seating = Self.mayBeBlank(rest.first) || Self.mayBeBlank(rest.last) ? seating.trimmed : seating
    }

    /// A letter is told by its byte.
    private static func mayBeBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 || $0 >= 0x80 } ?? false }
}
