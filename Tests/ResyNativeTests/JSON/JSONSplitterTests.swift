@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct JSONSplitterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let arrays: [String]
        var depth = 64
        let skeleton: String
        let elements: [String]
        var testDescription: String { "\(arrays) in \(text)" }

        init(_ text: String, _ arrays: [String], depth: Int = 64, skeleton: String, elements: [String]) {
            self.text = text
            self.depth = depth
            self.arrays = arrays
            self.skeleton = skeleton
            self.elements = elements
        }
    }

    @Test(arguments: [
        Case("[]", ["$[]"], skeleton: "[]", elements: []),
        Case(
            " [ 1 , \"a,]\" ,{} ] ", ["$[]"], skeleton: " [] ", elements: ["0 [0] 1 ", "0 [1] \"a,]\" ", "0 [2] {} "]),
        Case("{\"a\":[1],\"b\":[2]}", ["$.b[]"], skeleton: "{\"a\":[1],\"b\":[]}", elements: ["0 [0] 2"]),
        Case(
            "{\"a\":{\"b\":[[1],[]]}}", ["$.a.b[]"], skeleton: "{\"a\":{\"b\":[]}}",
            elements: ["0 [0] [1]", "0 [1] []"]),
        Case(
            "{\"v\":[{\"s\":[1]},{\"s\":[2,3]}]}", ["$.v[].s[]"], skeleton: "{\"v\":[{\"s\":[]},{\"s\":[]}]}",
            elements: ["0 [0, 0] 1", "0 [1, 0] 2", "0 [1, 1] 3"]),
        Case("{\"\\u0061b\\/\":[1]}", ["$.ab/[]"], skeleton: "{\"\\u0061b\\/\":[]}", elements: ["0 [0] 1"]),
        Case("{\"a\\n\":[1],\"a\\u00e9\":[1]}", ["$.a[]"], skeleton: "{\"a\\n\":[1],\"a\\u00e9\":[1]}", elements: []),
        Case(
            "{\"a\":{\"x\":[1]},\"x\":[2]}", ["$.x[]"], skeleton: "{\"a\":{\"x\":[1]},\"x\":[]}", elements: ["0 [0] 2"]),
        Case("{\"x\":{\"x\":[1]}}", ["$.x[]"], skeleton: "{\"x\":{\"x\":[1]}}", elements: []),
        Case(
            "{\"x\":\"x\",\"y\":[\"x\"]}", ["$.x[]", "$.y[]"], skeleton: "{\"x\":\"x\",\"y\":[]}",
            elements: ["1 [0] \"x\""]),
        Case("[[1,2],3,[4]]", ["$[][]"], skeleton: "[[],3,[]]", elements: ["0 [0, 0] 1", "0 [0, 1] 2", "0 [2, 0] 4"]),
        Case("[\"\\\\\",\"\\\"\"]", ["$[]"], skeleton: "[]", elements: ["0 [0] \"\\\\\"", "0 [1] \"\\\"\""]),
        Case("\"[1]\"", ["$[]"], skeleton: "\"[1]\"", elements: []),
        Case(
            "[[[1],[\"]\",{\"[\":[}]]],2]", ["$[]"], depth: 2, skeleton: "[]",
            elements: ["0 [0] [1e999,1e999]", "0 [1] 2"]),
        Case(
            "{\"a\":[[{\"x\":{\"c\":[1]}}]]}", ["$.a[].b[].c[]"], skeleton: "{\"a\":[[{\"x\":{\"c\":[1]}}]]}",
            elements: []),
        Case(
            "{\"ab\":[1],\"a\":{\"b\":-1.5e3,\"a\":true},\"b\":[2]}", ["$.b[]"],
            skeleton: "{\"ab\":[1],\"a\":{\"b\":-1.5e3,\"a\":true},\"b\":[]}", elements: ["0 [0] 2"]),
        Case("{\"a\":[{}],\"b\":{}}", [], depth: 2, skeleton: "{\"a\":[1e999],\"b\":{}}", elements: []),
    ])
    func cuts(_ example: Case) throws {
        let bytes = Array(example.text.utf8)
        for size in 1...max(1, bytes.count) {
            let result = try split(bytes, into: size, example.arrays, depth: example.depth)
            #expect(result.skeleton == example.skeleton, "chunks of \(size)")
            #expect(result.elements == example.elements, "chunks of \(size)")
        }
    }

    @Test(arguments: [
        "[1,,2]", "[1,]", "[,1]", "[,]", "[1}", "]", "[1]]", "[1][2]", "[1],[2]", "[[1}]", "[1]1", "[1]\"\"",
    ])
    func refusesWhatThePiecesCannotShow(_ text: String) {
        #expect(throws: JSONError.self) { try split(Array(text.utf8), into: 1, ["$[]"]) }
    }

    private func split(
        _ bytes: [UInt8], into size: Int, _ arrays: [String], depth: Int = 64
    ) throws -> (skeleton: String, elements: [String]) {
        var splitter = JSONSplitter(arrays: arrays.map { JSONArrayPath($0) }, limits: JSONLimits(depth: depth))
        var skeleton: [UInt8] = []
        var element: [UInt8] = []
        var elements: [String] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let chunk = Array(bytes[start..<min(start + size, bytes.count)])
            try splitter.feed(chunk) { (part) throws(JSONError) in
                switch part {
                case .skeleton(let range): skeleton += chunk[range]
                case .element(let range): element += chunk[range]
                case .deep(let inElement):
                    if inElement { element += JSONSplitter.beyond } else { skeleton += JSONSplitter.beyond }
                case .end(let array, let indices, _):
                    elements.append("\(array) \(indices) \(String(decoding: element, as: UTF8.self))")
                    element = []
                }
            }
        }
        return (String(decoding: skeleton, as: UTF8.self), elements)
    }
}
