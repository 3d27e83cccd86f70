internal import ResyDomain

/// A random name for something that is kept here, short enough to be copied by whoever brings it back.
enum Handle {
    /// Of five bits each: nobody guesses one of 2^130.
    static let length = 26
    /// Without i, l, o and u, which are taken for others.
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func make() -> String {
        String(decoding: RandomBytes.make(length).map { letters[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Nil for what was never made: nothing is mended.
    static func read(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return bytes.count == length && bytes.allSatisfy({ letters.contains($0) }) ? text : nil
    }
}
