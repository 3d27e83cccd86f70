import Testing

@testable import ResyNative

@Suite struct JSONTests {
    @Test func writesWhatItRead() throws {
        let text = #"{"b":1,"a":[true,null,"é",2.5]}"#
        #expect(try JSON(parsing: Array(text.utf8)).compact == text)
    }

    @Test func aChildOutlivesItsDocument() throws {
        let child = try JSON(parsing: Array(#"{"a":{"b":"c"}}"#.utf8))["a"]
        #expect(try child["b"].string == "c")
    }
}
