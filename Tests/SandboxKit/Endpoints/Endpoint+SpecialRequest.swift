import Foundation

extension World {
    private static let occasions = [
        149_470: "Anniversary", 149_474: "Birthday", 149_476: "Business", 149_480: "Graduation",
    ]

    /// Sets the words of a reservation or its occasion, whatever stood there.
    func specialRequest(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        if let status = switches.wishStatus {
            return status == 500 ? .serverErrorText : .failure(status, "Special requests are not possible here.")
        }
        let isForm = request.mediaType == "application/x-www-form-urlencoded"
        func field(_ name: String) -> String? {
            isForm ? request.form[name] : request.json?[name]?.string ?? request.json?[name]?.int.map { String($0) }
        }
        guard let token = field("resy_token"), !token.isEmpty else { return .missing("resy_token") }
        guard let id = resyTokens[token],
            reservations.contains(where: { $0.id == id && $0.account == account.id && !$0.isCancelled })
        else { return .unauthorized }
        var late = LateWish(reservation: id, at: now.addingTimeInterval(switches.wishLagSeconds))
        if let number = field("occasion_id") {
            guard let name = Self.occasions[Int(number) ?? 0], name == field("occasion") else {
                return .invalid([("occasion_id", "invalid")])
            }
            late.occasion = name
        } else {
            guard let words = field("description") else { return .missing("description") }
            late.words = stored(words)
        }
        if !isActive(.forgets) { lateWishes.append(late) }
        storeLateWishes()
        return Reply(200, [:])
    }

    private func stored(_ words: String) -> String {
        let trimmed = words.trimmingCharacters(in: .whitespaces)
        return switches.wishLongest.map { String(trimmed.prefix($0)) } ?? trimmed
    }

    func storeLateWishes() {
        for late in lateWishes where late.at <= now {
            guard let place = reservations.lastIndex(where: { $0.id == late.reservation }) else { continue }
            reservations[place].specialRequest = late.words ?? reservations[place].specialRequest
            reservations[place].occasion = late.occasion ?? reservations[place].occasion
        }
        lateWishes.removeAll { $0.at <= now }
    }

    /// What somebody wrote into a reservation stays in it.
    func tellWords(of old: Reservation, to new: Reservation) {
        guard let place = reservations.lastIndex(where: { $0.id == new.id }) else { return }
        (reservations[place].specialRequest, reservations[place].occasion) = (old.specialRequest, old.occasion)
    }

    package func cancelElsewhere(_ id: Int) {
        for one in reservations where one.id == id { drop(one) }
    }

    /// What somebody writes into a reservation in Resy's app; an empty text clears the field.
    package func write(_ words: String?, occasion: String? = nil, into id: Int) {
        guard let place = reservations.lastIndex(where: { $0.id == id }) else { return }
        if let words { reservations[place].specialRequest = words.isEmpty ? nil : words }
        if let occasion { reservations[place].occasion = occasion.isEmpty ? nil : occasion }
    }
}

/// What was written and does not stand in the reservation yet.
struct LateWish: Sendable {
    var reservation: Int
    var at: Date
    var words: String?
    var occasion: String?
}
