@testable import ResyDomain
import Foundation
import Glibc
import Testing

@testable import ResyNative

/// What is left of a writer that was killed.
@Suite struct FilesDraftTests {
    static func names(_ folder: TempFolder) throws -> [String] { try Files.names(in: folder.path) }

    @Test func theNextWriterRemovesIt() throws {
        let folder = try TempFolder()
        let path = folder.path + "/a"
        for name in ["a.resy-mcp-0123456789abcdef.tmp", "a.b.resy-mcp-0123456789abcdef.tmp"] {
            try folder.write("half", to: folder.path + "/" + name)
        }
        // Not of this file, or not of ours.
        let others = [
            "a.0123456789abcdef.tmp", "a.resy-mcp-0123456789abcde.tmp", "a.resy-mcp-0123456789ABCDEF.tmp",
            "ab.resy-mcp-0123456789abcdef.tmp", "b.resy-mcp-0123456789abcdef.tmp",
        ]
        for name in others { try folder.write("x", to: folder.path + "/" + name) }
        try Files.replace(path, with: [1])
        #expect(try Self.names(folder) == (others + ["a"]).sorted())
    }

    /// Only root may give a file to any group.
    @Test(.enabled(if: geteuid() == 0)) func theGroupOfAFileStays() throws {
        let folder = try TempFolder()
        let path = folder.path + "/a"
        try folder.write("x", to: path)
        #expect(chown(path, uid_t.max, 4321) == 0)
        try Files.replace(path, with: [1], mode: 0o640)
        var entry = stat()
        #expect(stat(path, &entry) == 0 && entry.st_gid == 4321 && entry.st_mode & 0o777 == 0o640)
    }

    @Test func aLinkOfThatNameIsLeft() throws {
        let folder = try TempFolder()
        try folder.write("x", to: folder.path + "/real")
        let link = folder.path + "/a.resy-mcp-0123456789abcdef.tmp"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/real")
        try Files.replace(folder.path + "/a", with: [1])
        #expect(try Self.names(folder) == ["a", "a.resy-mcp-0123456789abcdef.tmp", "real"])
    }

    /// Its writer lives: another one of the same file takes nothing away from it.
    @Test func oneInUseIsLeft() throws {
        let folder = try TempFolder()
        let path = folder.path + "/a"
        try Files.withDraft(of: path, [1], mode: 0o600) { draft throws(FileFault) in
            try Files.replace(path, with: [2])
            #expect(FileManager.default.fileExists(atPath: draft))
            #expect(rename(draft, path) == 0)
        }
        #expect(try Files.read(path) == [1])
        #expect(try Self.names(folder) == ["a"])
    }

    @Test func manyWritersAtOnceAllWrite() async throws {
        let folder = try TempFolder()
        let path = folder.path + "/a"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in UInt8(0)..<64 { group.addTask { try Files.replace(path, with: [number, number]) } }
            try await group.waitForAll()
        }
        let bytes = try Files.read(path)
        #expect(bytes.count == 2 && bytes[0] == bytes[1])
        #expect(try Self.names(folder) == ["a"])
    }

    /// Nobody sees it with another one.
    @Test func theModeIsThereWithTheName() throws {
        let folder = try TempFolder()
        let path = folder.path + "/a"
        try Files.withDraft(of: path, [1], mode: 0o640) { draft throws(FileFault) in
            #expect((try? folder.mode(draft)) == 0o640)
        }
        try Files.replace(path, with: [1], mode: 0o644)
        #expect(try folder.mode(path) == 0o644)
    }
}
