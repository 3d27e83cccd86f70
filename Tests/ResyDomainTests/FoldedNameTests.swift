import Testing

@testable import ResyDomain

@Suite struct FoldedNameTests {
    /// ASCII is read byte by byte; a letter beyond it has the whole text read the long way.
    @Test func bothWaysOfReadingGiveTheSameWords() {
        for byte in UInt8(0x20)..<0x7F {
            let text = "Aa9\(Character(Unicode.Scalar(byte)))zZ0 end"
            #expect(FoldedName.words(of: text) + ["e"] == FoldedName.words(of: text + " é"), "\(text)")
        }
    }
}
