import Foundation

/// How well a text that somebody typed fits a venue.
enum NameMatch {
    /// 0 for no query at all; nil if it does not fit.
    static func score(_ query: String, _ venue: Venue, _ matching: Switches.Matching = .fuzzy) -> Int? {
        let wanted = words(query)
        if wanted.isEmpty { return 0 }
        switch matching {
        case .fuzzy: return fuzzy(wanted, venue)
        case .words: return whole(wanted, venue)
        case .anyWord: return fuzzy(wanted, venue) ?? (wanted.contains { fuzzy([$0], venue) != nil } ? 10 : nil)
        }
    }

    /// Every word as it is, in the name, a cuisine or the neighbourhood.
    private static func whole(_ wanted: [String], _ venue: Venue) -> Int? {
        let name = words(venue.name)
        let text = name + words((venue.cuisines + [venue.neighborhood]).joined(separator: " "))
        guard wanted.allSatisfy(text.contains) else { return nil }
        return wanted == name ? 100 : wanted.allSatisfy(name.contains) ? 70 : 40
    }

    /// Names come before what else the words are found in.
    private static func fuzzy(_ wanted: [String], _ venue: Venue) -> Int? {
        let name = words(venue.name)
        if wanted == name { return 100 }
        if name.starts(with: wanted) { return 90 }
        if wanted.joined() == name.joined() { return 88 }
        if wanted.allSatisfy({ word in name.contains { fits(word, $0) } }) { return 70 }
        let place = [venue.neighborhood, venue.town, venue.city.name]
        let text = name + words((venue.cuisines + place).joined(separator: " "))
        if wanted.allSatisfy({ word in text.contains { fits(word, $0) } }) { return 40 }
        // A long query ("carbone new york italian restaurant") still finds the name.
        return !name.isEmpty && name.allSatisfy({ word in wanted.contains { fits($0, word) } }) ? 30 : nil
    }

    static func words(_ text: String) -> [String] {
        text.replacing("&#39;", with: "'").replacing("&amp;", with: "&").replacing("'", with: "").replacing(
            "’", with: ""
        )
        .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The same, its beginning (from three letters on), or one letter off (from five on).
    private static func fits(_ word: String, _ other: String) -> Bool {
        if word == other || (word.count >= 3 && other.hasPrefix(word)) { return true }
        return word.count >= 5 && other.count >= 4 && isOneOff(Array(word), Array(other))
    }

    private static func isOneOff(_ a: [Character], _ b: [Character]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let prefix = zip(a, b).prefix { $0 == $1 }.count
        let (x, y) = (a[prefix...], b[prefix...])
        if a.count == b.count {
            if x.dropFirst() == y.dropFirst() { return true }
            return x.count >= 2 && x[prefix] == y[prefix + 1] && x[prefix + 1] == y[prefix]
                && x.dropFirst(2) == y.dropFirst(2)
        }
        return a.count > b.count ? x.dropFirst() == y[...] : x[...] == y.dropFirst()
    }
}
