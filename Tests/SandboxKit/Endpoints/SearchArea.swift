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

    var hasCenter: Bool { center != nil }

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
