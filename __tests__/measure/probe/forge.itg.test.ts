import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

/** Writes records of its own, with all that the honest ones before them show. */
const FORGE = `import json, os
records = os.path.join(os.getcwd(), "..", "records")
lines = [json.loads(one) for one in open(records)]
def forge(kind, **more):
    last = [json.loads(one) for one in open(records)][-1]
    fields = {"token": last["token"], "pid": last["pid"], "kind": kind, **more}
    open(records, "a").write(json.dumps(fields) + "\\n")
begun = ([one for one in lines if one["kind"] == "load"] or [dict(stage="create", module="p.m0", file="", load=1)])[-1]
`;
const CLOSE = 'forge("close", numpy=None, peak=0, code=[], files=[], opened=[], reached=[])\n';
const END =
  'forge("load", event="end", stage=begun["stage"], module=begun["module"], file=begun["file"], load=begun["load"], gil=False)\nforge("stepped", step="p.m0")\n';
const PROVEN = 'forge("proven", target=0, module="p.m0", file=begun["file"])\n';

describe('a module that writes records itself', () => {
  it.each([
    ['all of them', `${END}${PROVEN}${CLOSE}os._exit(0)`, 'exited 0 by m0'],
    [
      'all of them, then crashes',
      `${END}${PROVEN}${CLOSE}os.kill(os.getpid(), 11)`,
      'signalled SIGSEGV by m0',
    ],
    ['its proof, and raises', `${PROVEN}raise ImportError("real")`, 'raised by m0'],
    ['its end and proof, and raises', `${END}${PROVEN}raise ImportError("real")`, 'raised by m0'],
    [
      'that it went elsewhere',
      `forge("left", targets=[], prefix=[])\n${PROVEN}raise ImportError("real")`,
      'raised by m0',
    ],
  ])('proves nothing: %s', async (_, code, expected) => {
    const proof = await prover.prove({ 'p/__init__.py': '', 'p/m0': FORGE + code, 'p/m1': '' });
    expect(verdicts(proof)).toEqual([`p.m0: ${expected}`, 'p.m1: imported']);
  });
});
