import Foundation
import Testing

@testable import ResyNative

/// A link into a folder with a version in its name, as Homebrew has it.
@Suite struct ProgramPathTests {
    static func inFolder(_ work: (_ folder: String, _ program: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["Cellar/0.1.0/bin", "bin", "other"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        let program = folder.path + "/Cellar/0.1.0/bin/resy-mcp"
        for path in [program, folder.path + "/other/resy-mcp"] {
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: Data(), attributes: [.posixPermissions: 0o755]))
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/bin/resy-mcp", withDestinationPath: "../Cellar/0.1.0/bin/resy-mcp")
        try work(folder.path, program)
    }

    @Test func theLinkIsWritten() throws {
        try Self.inFolder { folder, program in
            let link = folder + "/bin/resy-mcp"
            func found(_ word: String, _ searchPath: String? = nil, isLasting: Bool = true) -> String? {
                ProgramPath.link(word, to: program, searchPath: searchPath, isLasting: { _ in isLasting })
            }
            #expect(found("resy-mcp", "/nowhere:bin:\(folder)/bin:/usr/bin") == link)
            #expect(found(link) == link)
            #expect(found(folder + "/other/../bin/resy-mcp") == link)
            #expect(found(link, isLasting: false) == nil)
            // Another program, no program, and no link.
            #expect(found("resy-mcp", "\(folder)/other:\(folder)/bin") == nil)
            #expect(found(folder + "/other/resy-mcp") == nil)
            #expect(found("resy-mcp", nil) == nil && found("", folder) == nil && found("/", folder) == nil)
            #expect(found(program) == nil)
        }
    }

    @Test(arguments: ["/tmp/x/resy-mcp", "/var/tmp/resy-mcp", "/home/sam/project/.build/debug/resy-mcp"])
    func someFoldersDoNotLast(path: String) { #expect(!ProgramPath.isLasting(path)) }
}
