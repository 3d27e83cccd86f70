import Foundation

/// Where a search looks; the whole world without a `geo`.
struct SearchArea {
    private var center: (latitude: Double, longitude: Double)?
    private var radius = 19_000.0
    private var box: [Double]?

    init(_ geo: JSONValue?) {
        if let corners = geo?["bounding_box"]?.array?.compactMap(\.double), corners.count == 4 { box = corners }
        if let latitude = geo?["latitude"]?.double, let longitude = geo?["longitude"]?.double {
            center = (latitude, longitude)
            radius = geo?["radius"]?.double ?? radius
        }
    }

    func contains(_ venue: Venue) -> Bool {
        if let box {
            return (box[0]...max(box[0], box[2])).contains(venue.latitude)
                && (box[1]...max(box[1], box[3])).contains(venue.longitude)
        }
        return center == nil || metres(to: venue) <= radius
    }

    /// On a sphere; 0 without a centre.
    func metres(to venue: Venue) -> Double {
        guard let center else { return 0 }
        return SearchArea.metres(center, (venue.latitude, venue.longitude))
    }

    static func metres(_ a: (latitude: Double, longitude: Double), _ b: (latitude: Double, longitude: Double)) -> Double
    {
        let rad = Double.pi / 180
        let lat = (b.latitude - a.latitude) * rad
        let long = (b.longitude - a.longitude) * rad
        let chord = pow(sin(lat / 2), 2) + cos(a.latitude * rad) * cos(b.latitude * rad) * pow(sin(long / 2), 2)
        return 2 * 6_371_000 * asin(min(1, sqrt(chord)))
    }
}

/// How well a text that somebody typed fits a venue.
enum NameMatch {
    /// 0 for no query at all; nil if it does not fit.
    static func score(_ query: String, _ venue: Venue) -> Int? {
        let wanted = words(query)
        if wanted.isEmpty { return 0 }
        let name = words(venue.name)
        if wanted == name { return 100 }
        if name.starts(with: wanted) { return 90 }
        if wanted.joined() == name.joined() { return 88 }
        if wanted.allSatisfy({ word in name.contains { fits(word, $0) } }) { return 70 }
        let text = words(venue.name + " " + venue.cuisine + " " + venue.neighborhood + " " + venue.city.name)
        if wanted.allSatisfy({ word in text.contains { fits(word, $0) } }) { return 40 }
        // A long query ("carbone new york italian restaurant") still finds the name.
        return !name.isEmpty && name.allSatisfy({ word in wanted.contains { fits($0, word) } }) ? 30 : nil
    }

    private static func words(_ text: String) -> [String] {
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
