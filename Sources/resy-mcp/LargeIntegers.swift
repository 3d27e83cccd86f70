/// Rewrites whole numbers beyond 64 bits as reals: JSON allows them, the parser does not, and a line that cannot be
/// parsed cannot be answered by its id.
enum LargeIntegers {
    /// The same text where no such number is in it. Numbers inside strings stay as they are.
    static func asReals(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 16)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") {
                let end = endOfString(text, from: index)
                result += text[index..<end]
                index = end
            } else if isPartOfNumber(byte) {
                let end = text[index...].firstIndex { !isPartOfNumber($0) } ?? text.endIndex
                let number = text[index..<end]
                result += number
                if isTooLarge(number) { result += "e0".utf8 }
                index = end
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    private static func endOfString(_ text: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""): return index + 1
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return text.count
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private static func isTooLarge(_ number: ArraySlice<UInt8>) -> Bool {
        let digits = number.first == UInt8(ascii: "-") ? number.dropFirst() : number
        return digits.count >= 19 && digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            && Int(String(decoding: number, as: UTF8.self)) == nil
    }
}
