import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/host/together.ts
async function together(promises) {
  const failures = [];
  const settled = await Promise.allSettled(
    promises.map(
      (one) => Promise.resolve(one).catch((error) => {
        failures.push(error);
        throw error;
      })
    )
  );
  if (failures.length > 0) throw failures[0];
  const values = settled.map((one) => one.status === "fulfilled" ? one.value : void 0);
  return values;
}
async function withTasks(cancel, body) {
  const running = /* @__PURE__ */ new Set();
  let failure;
  const fail = (error) => {
    if (failure !== void 0) return;
    failure = { error };
    cancel();
  };
  const group = {
    start(task) {
      if (failure !== void 0) return;
      const ended = task().catch(fail).finally(() => running.delete(ended));
      running.add(ended);
    },
    get failed() {
      return failure !== void 0;
    }
  };
  const value = await body(group).catch((error) => {
    fail(error);
    return void 0;
  });
  while (running.size > 0) await Promise.allSettled([...running]);
  if (failure !== void 0) throw failure.error;
  return value;
}

export {
  together,
  withTasks
};
