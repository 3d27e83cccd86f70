internal import ResyDomain

/// Cuts a JSON text into the elements of chosen arrays and the rest, on bytes and across any chunk boundary.
///
/// It knows strings, escapes, brackets, keys and the current path; whether a piece is JSON is for its parser to say.
/// The rest keeps each chosen array as `[]`, so what is wrong around the elements is still wrong without them, and
/// what the pieces cannot show (a comma without a value, brackets that do not match, a second root) is refused here.
struct JSONSplitter {
    /// Ranges are indices of the chunk being fed.
    enum Part: Equatable {
        case skeleton(Range<Int>)
        case element(Range<Int>)
        /// The element whose ranges came since the last end is whole. `offset`: of its first byte in the text.
        case end(array: Int, indices: [Int], offset: Int)
        /// In place of a value nested deeper than is read, `beyond` is to be put; it belongs to the element, or the rest.
        case deep(inElement: Bool)
    }

    /// A number that none is as large as: whoever needs the value learns that it is not there, and nobody else does.
    static let beyond = Array("1e999".utf8)

    private struct Frame {
        let isObject: Bool
        /// Bit n: the way to this container is the beginning of array n.
        let alive: UInt64
        /// The chosen array whose elements these are.
        let cut: Int?
        var index = 0
        var expectsKey: Bool
        var hasValue = false
        var afterComma = false
        /// Bit n: the key that leads to array n has been here.
        var seen: UInt64 = 0
    }

    private enum Mode { case structure, scalar, string, escape, unicode(left: Int, value: UInt32) }

    private let arrays: [JSONArrayPath]
    private let limits: JSONLimits
    /// The innermost container, or what the text lies in; apart from the others because nearly every byte asks for it.
    private var here = Frame(isObject: false, alive: 0, cut: nil, expectsKey: false)
    /// Those around it, what the text lies in first: as many as containers are open.
    private var around: [Frame] = []
    private var mode = Mode.structure
    private var key = JSONKeyText()
    private var readsKey = false
    /// What the last key of the innermost object leaves alive.
    private var aliveAfterKey: UInt64 = 0
    private var rootIsDone = false
    private var offset = 0
    private var markLeft = JSONSplitter.byteOrderMark[...]
    private var values = 0
    private var skeletonValues = 0
    private var elementValues = 0
    /// How many levels below the deepest that is read.
    private var deep = 0
    /// How many containers are open around the element that is being read, and where it began.
    private var element: (depth: Int, offset: Int)?

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// At most 64 arrays, none inside the elements of another.
    init(arrays: [JSONArrayPath], limits: JSONLimits) {
        precondition(arrays.count <= 64, "one bit of a word for each array")
        for (index, array) in arrays.enumerated() {
            for other in arrays.enumerated() where other.offset != index {
                precondition(!array.contains(other.element), "elements are handed out whole")
            }
        }
        self.arrays = arrays
        self.limits = limits
    }

    /// Takes the next bytes and hands out what they complete, in their order. Answers how many it took: an element that is
    /// cut off is to come again with what follows it, where `whole` reads elements.
    @discardableResult
    mutating func feed(_ chunk: [UInt8], whole: JSONWhole.Read? = nil, _ emit: JSONRun.Emit) throws(JSONError) -> Int {
        guard chunk.count <= limits.bytes - offset else {
            throw .tooLarge(reason: "more than \(limits.bytes) bytes of JSON")
        }
        let taken = try chunk.withUnsafeBufferPointer { (bytes) throws(JSONError) in try feed(bytes, whole, emit) }
        offset += taken
        return taken
    }

    private mutating func feed(
        _ chunk: UnsafeBufferPointer<UInt8>, _ whole: JSONWhole.Read?, _ emit: JSONRun.Emit
    ) throws(JSONError) -> Int {
        var run = JSONRun(isElement: element != nil)
        var position = try skipMark(chunk)
        run.start = position
        while position < chunk.count {
            let byte = chunk[position]
            if byte == UInt8(ascii: "{"), atCutGap, deep == 0, case .structure = mode, let whole, let array = here.cut {
                switch try whole(chunk, position, room(in: array)) {
                case .read(let end, let count):
                    values += count
                    (here.hasValue, here.afterComma) = (true, false)
                    try run.flush(to: position, emit)
                    (run.start, position) = (end, end)
                    continue
                case .cut where chunk.count - position <= JSONWhole.longestCut:
                    try run.flush(to: position, emit)
                    return position
                case .cut, .odd: break
                }
            }
            switch mode {
            case .string:
                position = try readString(chunk, from: position)
                continue
            case .escape:
                readEscape(byte)
            case .unicode(let left, let value):
                readUnicode(byte, left: left, value: value)
            case .scalar where deep == 0 && !JSONSplitter.endsScalar(byte):
                // Nothing begins and nothing ends here.
                position += 1
                while position < chunk.count, !JSONSplitter.endsScalar(chunk[position]) { position += 1 }
                continue
            case .structure, .scalar:
                if deep > 0 {
                    readDeep(byte, at: position, &run)
                } else {
                    try readStructure(byte, at: position, &run, emit)
                }
            }
            position += 1
        }
        if deep == 0 { try run.flush(to: chunk.count, emit) }
        return chunk.count
    }

    private func room(in array: Int) -> JSONWhole.Room {
        JSONWhole.Room(
            array: array, indices: indices, depth: limits.depth - around.count,
            values: min(limits.valuesPerTree, limits.values - values))
    }

    /// The place in each array on the way here.
    private var indices: [Int] {
        var indices: [Int] = []
        indices.reserveCapacity(around.count)
        for container in around.dropFirst() where !container.isObject { indices.append(container.index) }
        if !here.isObject { indices.append(here.index) }
        return indices
    }

    // MARK: - Structure

    /// Anything but a byte of a number or a word.
    private static func endsScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private mutating func readStructure(
        _ byte: UInt8, at position: Int, _ run: inout JSONRun, _ emit: JSONRun.Emit
    ) throws(JSONError) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            mode = .structure
            if atCutGap { try run.skip(position, emit) }
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
            mode = .structure
            if byte == UInt8(ascii: ",") {
                try readComma(at: position, &run, emit)
            } else {
                try close(isObject: byte == UInt8(ascii: "}"), at: position, &run, emit)
            }
        case UInt8(ascii: ":"):
            mode = .structure
            here.expectsKey = false
        case UInt8(ascii: "\""):
            let isKey = here.isObject && here.expectsKey
            if !isKey { try beginValue(at: position, &run, emit) }
            // Of an object that no chosen array lies in, any key is another.
            readsKey = isKey && here.alive != 0
            if readsKey { key.begin() }
            mode = .string
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            mode = .structure
            try beginValue(at: position, &run, emit)
            guard around.count < limits.depth else {
                try run.flush(to: position, emit)
                try emit(.deep(inElement: run.isElement))
                deep = 1
                return
            }
            open(isObject: byte == UInt8(ascii: "{"))
        case 0..<0x20:
            throw .syntax(reason: "not JSON", offset: offset + position)
        default:
            if case .structure = mode { try beginValue(at: position, &run, emit) }
            mode = .scalar
        }
    }

    /// What is too deep to be needed is not judged: only its end is looked for.
    private mutating func readDeep(_ byte: UInt8, at position: Int, _ run: inout JSONRun) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): deep += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            deep -= 1
            if deep == 0 { run.start = position + 1 }
        case UInt8(ascii: "\""):
            readsKey = false
            mode = .string
        default: break
        }
    }

    /// Between the elements of a chosen array, where blanks belong to nothing.
    private var atCutGap: Bool { element == nil && here.cut != nil }

    private mutating func beginValue(
        at position: Int, _ run: inout JSONRun, _ emit: JSONRun.Emit
    ) throws(JSONError) {
        if around.isEmpty {
            guard !rootIsDone else { throw .syntax(reason: "something follows its end", offset: offset + position) }
            rootIsDone = true
        }
        values += 1
        guard values <= limits.values else { throw .tooLarge(reason: "more than \(limits.values) values of JSON") }
        if atCutGap {
            element = (around.count, offset + position)
            elementValues = 0
            try run.turn(toElement: true, at: position, emit)
        }
        here.hasValue = true
        here.afterComma = false
        if element == nil { skeletonValues += 1 } else { elementValues += 1 }
        guard max(skeletonValues, elementValues) <= limits.valuesPerTree else {
            throw .tooLarge(reason: "more than \(limits.valuesPerTree) values in one piece of JSON")
        }
    }

    private mutating func open(isObject: Bool) {
        let depth = around.count
        var alive: UInt64 = 0
        if element == nil {
            if depth == 0 {
                alive = arrays.isEmpty ? 0 : UInt64.max >> UInt64(64 - arrays.count)
            } else if here.alive != 0 {
                alive = here.isObject ? aliveAfterKey : matching(here.alive, at: depth - 1) { $0 == .each }
            }
        }
        var cut: Int?
        if !isObject, alive != 0 {
            cut = arrays.indices.first { alive & (1 << UInt64($0)) != 0 && arrays[$0].steps.count == depth + 1 }
                .flatMap { arrays[$0].steps[depth] == .each ? $0 : nil }
        }
        around.append(here)
        here = Frame(isObject: isObject, alive: alive, cut: cut, expectsKey: isObject)
    }

    /// The bits of `alive` whose step at that depth fits.
    private func matching(_ alive: UInt64, at depth: Int, _ fits: (JSONArrayPath.Step) -> Bool) -> UInt64 {
        guard alive != 0 else { return 0 }
        var kept: UInt64 = 0
        for index in arrays.indices where alive & (1 << UInt64(index)) != 0 {
            if depth < arrays[index].steps.count, fits(arrays[index].steps[depth]) { kept |= 1 << UInt64(index) }
        }
        return kept
    }

    private mutating func readComma(
        at position: Int, _ run: inout JSONRun, _ emit: JSONRun.Emit
    ) throws(JSONError) {
        guard !around.isEmpty else {
            throw .syntax(reason: "something follows its end", offset: offset + position)
        }
        try endElement(at: position, &run, emit)
        if here.cut != nil {
            guard here.hasValue, !here.afterComma else {
                throw .syntax(reason: "a comma without a value", offset: offset + position)
            }
            try run.skip(position, emit)
        }
        here.index += 1
        here.afterComma = true
        here.expectsKey = here.isObject
    }

    private mutating func close(
        isObject: Bool, at position: Int, _ run: inout JSONRun, _ emit: JSONRun.Emit
    ) throws(JSONError) {
        guard let outer = around.last, here.isObject == isObject else {
            throw .syntax(reason: "brackets that do not match", offset: offset + position)
        }
        try endElement(at: position, &run, emit)
        if here.cut != nil, here.afterComma {
            throw .syntax(reason: "a comma without a value", offset: offset + position)
        }
        here = outer
        around.removeLast()
    }

    private mutating func endElement(
        at position: Int, _ run: inout JSONRun, _ emit: JSONRun.Emit
    ) throws(JSONError) {
        guard let begun = element, begun.depth == around.count, let array = here.cut else { return }
        element = nil
        try run.turn(toElement: false, at: position, emit)
        try emit(.end(array: array, indices: indices, offset: begun.offset))
    }

    // MARK: - Strings

    /// Reads on to the end of the string, an escape, or the end of the chunk; returns where to go on.
    private mutating func readString(
        _ chunk: UnsafeBufferPointer<UInt8>, from start: Int
    ) throws(JSONError) -> Int {
        var position = start
        while position < chunk.count, chunk[position] != UInt8(ascii: "\""), chunk[position] != UInt8(ascii: "\\") {
            position += 1
        }
        if readsKey { key.append(chunk[start..<position]) }
        guard position < chunk.count else { return position }
        if chunk[position] == UInt8(ascii: "\\") {
            mode = .escape
        } else {
            mode = .structure
            if readsKey { try endKey() }
        }
        return position + 1
    }

    /// The elements of a list are gone once they are handed out, so a second list under its key could not be compared.
    private mutating func endKey() throws(JSONError) {
        readsKey = false
        aliveAfterKey = matching(here.alive, at: around.count - 1) { key.isEqual(to: $0) }
        let again = aliveAfterKey & here.seen
        if again != 0 {
            throw .wrongKind(
                path: arrays[again.trailingZeroBitCount].prefix(around.count), wanted: "one value, not two")
        }
        here.seen |= aliveAfterKey
    }

    private mutating func readEscape(_ byte: UInt8) {
        mode = .string
        switch byte {
        case UInt8(ascii: "u"): mode = .unicode(left: 4, value: 0)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): key.append(CollectionOfOne(byte))
        // The others stand for control characters, which no chosen key has.
        default: key.spoil()
        }
    }

    private mutating func readUnicode(_ byte: UInt8, left: Int, value: UInt32) {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
            mode = byte == UInt8(ascii: "\"") ? .structure : .string  // the parser of this piece refuses it
            return
        }
        let value = value << 4 | UInt32(digit)
        if left > 1 {
            mode = .unicode(left: left - 1, value: value)
        } else {
            mode = .string
            if value < 0x80 { key.append(CollectionOfOne(UInt8(value))) } else { key.spoil() }
        }
    }

    /// How many bytes of this chunk belong to a byte order mark at the start of the text.
    private mutating func skipMark(_ chunk: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Int {
        var position = 0
        while position < chunk.count, let next = markLeft.first {
            guard chunk[position] == next else {
                guard markLeft.count == JSONSplitter.byteOrderMark.count else {
                    throw .syntax(reason: "not UTF-8", offset: offset + position)
                }
                markLeft = []
                break
            }
            markLeft = markLeft.dropFirst()
            position += 1
        }
        return position
    }
}
