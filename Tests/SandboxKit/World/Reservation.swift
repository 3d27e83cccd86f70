package import Foundation

/// A table at a time, whatever the party.
package struct SlotKey: Sendable, Hashable, Codable {
    package var venue: Int
    /// Of the service, `YYYY-MM-DD`.
    package var day: String
    /// Since midnight of the service day.
    package var minutes: Int
    package var seating: String

    package init(venue: Int, day: String, minutes: Int, seating: String) {
        self.venue = venue
        self.day = day
        self.minutes = minutes
        self.seating = seating
    }
}

/// A booking somebody holds, or held.
package struct Reservation: Sendable, Codable {
    package let id: Int
    package let account: Int
    package var slot: SlotKey
    package let party: Int
    package let terms: Terms
    package let card: Int?
    package let when: Date
    package let bookedAt: Date
    /// Lists show it from then on.
    package var visibleAt: Date
    package var cancelledAt: Date?
    package var isNoShow = false
    package var specialRequest: String?
    package var occasion: String?

    package var isCancelled: Bool { cancelledAt != nil }
    package var cutOff: Date {
        if let time = terms.cutOffTime, let hour = Int(time.prefix(2)), let minute = Int(time.dropFirst(3).prefix(2)) {
            let back = Double(slot.minutes - hour * 60 - minute) * 60
            return when.addingTimeInterval(-back - Double(terms.cutOffSeconds))
        }
        return when.addingTimeInterval(-Double(terms.cutOffSeconds))
    }
}

/// A ticket to book one table once.
struct BookTicket: Sendable {
    var slot: SlotKey
    var party: Int
    var account: Int
    var terms: Terms
    var expires: Date
    var isUsed = false
}
