extension JSON {
    /// The bytes of each element of a text that is an array, none of them read yet; throws where it is none.
    package static func elements(of bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) -> [[UInt8]] {
        var splitter = JSONSplitter(arrays: [JSONArrayPath("$[]")], limits: limits)
        var rest = JSONPieces()
        var element: [UInt8] = []
        var elements: [[UInt8]] = []
        try splitter.feed(bytes) { (part) throws(JSONError) in
            switch part {
            case .skeleton(let range): rest.append(range, of: bytes)
            case .element(let range): element += bytes[range]
            case .deep(let inElement):
                let beyond = JSONSplitter.beyond
                if inElement { element += beyond } else { rest.append(beyond.indices, of: beyond) }
            case .end:
                elements.append(element)
                element = []
            }
        }
        _ = try JSON(pieces: rest.slices, at: .document, offset: 0).items
        return elements
    }
}
