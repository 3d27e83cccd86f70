import LibC
import ResyDomain
import ResyNative

/// The city list, element by element as it arrives: how far memory grows over what the idle process holds.
enum CityList {
    private struct City {
        var id: Int
        var slug: String
        var name: String
        var latitude: Double
        var longitude: Double
        var radius: Double
        var zone: String
    }

    private static let cities = 2135

    static func measure() throws {
        // What the first answer of any kind costs once belongs to the idle process.
        _ = read(pieces: 3)
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
        let before = memory("VmRSS")
        let (read, bytes) = read(pieces: .max)
        let grown = Double(memory("VmHWM") - before) / 1024
        precondition(read.count == cities && read.allSatisfy { $0.radius > 0 && !$0.zone.isEmpty }, "it is read")
        print(#"{"megabytes":\#(grown),"kilobytes":\#(bytes / 1000)}"#)
    }

    private static func read(pieces: Int) -> ([City], bytes: Int) {
        let found = Lock<[City]>([])
        let stream = JSONStream(
            arrays: [
                .init(of: "$[]") { (item, _) throws(JSONError) in
                    let city = City(
                        id: try item["id"].integer, slug: try item["url_slug"].string, name: try item["name"].words,
                        latitude: try item["latitude"].number, longitude: try item["longitude"].number,
                        radius: try item["radius"].number, zone: try item["time_zone"].string)
                    found.withLock { $0.append(city) }
                }
            ])
        stream.begin(HTTPHead(status: 200, headers: []))
        var (left, bytes, piece): (Int, Int, [UInt8]) = (pieces, 0, [])
        // Made as it goes, so that the text itself is nowhere whole.
        for number in 0..<cities where left > 0 {
            piece += text(number).utf8
            while piece.count >= 16_384, left > 0 {
                _ = stream.receive(Array(piece.prefix(16_384)))
                piece.removeFirst(16_384)
                bytes += 16_384
                left -= 1
            }
        }
        if left > 0 {
            _ = stream.receive(piece)
            precondition((try? stream.finish()) != nil, "it is sound")
            bytes += piece.count
        }
        return (found.withLock { $0 }, bytes)
    }

    /// As Resy writes it: most of it is the outline, JSON within a text.
    private static func text(_ number: Int) -> String {
        let point = "[-73.\(10000 + number),40.\(20000 + number)]"
        let outline = Array(repeating: point, count: 30).joined(separator: ",")
        return """
            \(number == 0 ? "[" : ",")\
            {"id":\(number),"code":"c\(number)","name":"City of Example \(number)","url_slug":"city-of-example-\(number)-ny",\
            "country_code":"US","country_name":"United States","country_id":1,"latitude":40.\(1000 + number),\
            "longitude":-73.\(1000 + number),"map_center":{"lat":40.7,"long":-73.9},"radius":35,\
            "time_zone":"America/New_York","show_on_web":1,"show_on_app":true,"display":"City","content_tier":null,\
            "shape_data":"{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[\(outline)]]}","metadata":{"a":[1,2,3],"b":{"c":"\\u00e9"}}}\
            \(number == cities - 1 ? "]" : "")
            """
    }

    /// Kilobytes.
    private static func memory(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if words.count > 1, words[0] == "\(name):" { return Int(words[1]) ?? 0 }
        }
        return 0
    }
}
