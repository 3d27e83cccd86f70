/// A restaurant's page on Tock, as Resy names it.
package enum TockLink {
    private static let hosts = ["www.exploretock.com", "exploretock.com"]

    /// Without what follows the path. Nil unless it leads to Tock itself: it came from outside, and a person is sent there.
    package static func checked(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 200, text.hasPrefix("https://") else { return nil }
        let page = text.dropFirst("https://".count).prefix { $0 != "?" && $0 != "#" }
        guard hosts.contains(where: { page == $0 || page.hasPrefix($0 + "/") }), page.utf8.allSatisfy(isPlain) else {
            return nil
        }
        return "https://\(page)"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
