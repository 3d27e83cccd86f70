internal import ResyDomain
internal import ResyNative

/// The watches of this computer, for the person at it.
struct WatchSheet {
    let list: WatchList
    let now: Instant

    private var voice: Voice { .person.at(now) }

    var sheet: Sheet {
        var sheet = Sheet([Line(headline, .strong, hang: 2)])
        switch list.status {
        case .added, .exists: sheet.add("It sends a message when a table is new; you book it yourself.")
        case .listed, .removed: for watch in list.watches { sheet.add(rows(watch)) }
        }
        sheet.add(texts: voice.texts(list.remarks))
        return sheet
    }

    private var headline: String {
        let reading = voice.readings(list.readings)
        switch list.status {
        case .added, .exists:
            guard let watch = list.watches.first else { return "Nothing is watched." }
            let word = list.status == .added ? "Watching" : "Watched already:"
            return "\(word) \(facts(watch)) (watch \(watch.id))\(reading)"
        case .listed: return list.watches.isEmpty ? "Nothing is watched." : "Watching:"
        case .removed:
            return list.removed.map { "No longer watching \(voice.place(of: $0)) (watch \($0.id))." } ?? "Removed."
        }
    }

    private func facts(_ watch: Watch) -> String {
        ([voice.place(of: watch)] + voice.terms(of: watch, now: now)).map { Line.glued($0) }.joined(separator: " · ")
    }

    private func rows(_ watch: Watch) -> Sheet {
        let looks = Words.capitalized(voice.looks(of: watch, list.standing, now: now))
        return Sheet([
            Line("  \(watch.id)  \(facts(watch))", hang: 5), Line("     \(looks)", .faint, hang: 5),
        ])
    }
}
