internal import ResyDomain
internal import ResyNative

/// Resy's Notify list and what was done with it, in words.
enum NotifyText {
    static func render(_ outcome: NotifyOutcome, now: Instant, in voice: Voice = .model) -> String {
        let voice = voice.at(now)
        var lines = [headline(outcome, in: voice) + Words.readings(outcome.readings, in: voice)]
        lines += outcome.notifies.map { "- \(voice.named($0))" }
        return (lines + voice.texts(outcome.remarks)).joined(separator: "\n")
    }

    static func headline(_ outcome: NotifyOutcome, in voice: Voice) -> String {
        let count = outcome.notifies.count
        let account = voice.either("the account", "your account")
        let sends = "Resy sends the message itself, as \(account) is set there; nothing is booked."
        return switch outcome.status {
        case .added: "Notify is set. \(sends)"
        case .exists: "Already on the Notify list, nothing new was sent. \(sends)"
        case .removed: "Taken off the Notify list."
        case .listed:
            count == 0
                ? "Resy's Notify list is empty." : "\(count) \(count == 1 ? "entry" : "entries") on Resy's Notify list:"
        }
    }
}

/// The same for programs.
enum NotifyJSON {
    static func render(
        _ outcome: NotifyOutcome, link: VenueLinks, nextStep: String? = nil, in voice: Voice = .model
    ) -> JSON {
        let notes = outcome.readings.map { voice.text($0) + "." } + voice.texts(outcome.remarks)
        return Facts.object([
            ("status", .string(outcome.status.rawValue)),
            ("notifies", .array(outcome.notifies.map { notify($0, link: link) })), ("note", Facts.texts(notes)),
            ("next_step", .string(nextStep)),
        ])
    }

    private static func notify(_ notify: Notify, link: VenueLinks) -> JSON {
        let page = link.page(of: notify.venue, day: notify.day, party: notify.party)
        return Facts.object([
            ("id", .string("\(notify.id)")), ("venue", Facts.venue(notify.venue, url: page)),
            ("date", .string(notify.day.iso)), ("party_size", .integer(notify.party)),
            ("earliest", .string(notify.earliest?.clock)), ("latest", .string(notify.latest?.clock)),
        ])
    }
}
