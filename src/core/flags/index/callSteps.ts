import type { SdkShapeReference, StaticArgument, StaticValue } from '../../model/staticValue';
import { sdkReturns } from '../reads/sdkShapes';
import { otherValue, returnedByCall, sdkMade } from '../reads/staticValues';
import type { CallFrame, ResolvedValue } from './resolvedValue';
import type { ResolvingSteps, ValuePlace } from './resolvingSteps';
import { valueAt } from './valueAt';

/** Follows calls and constructions to what they give, in a frame that knows their arguments. */
export function callSteps(
  steps: ResolvingSteps,
): Pick<ResolvingSteps, 'called' | 'constructed' | 'instanceOf'> {
  function sdkCalled(
    shape: SdkShapeReference,
    of: ResolvedValue,
    args: readonly StaticArgument[],
    { file, frame }: ValuePlace,
  ): ResolvedValue {
    const value = sdkMade(sdkReturns(shape), args);
    // The arguments stand where the call does.
    return value.kind === 'sdk' && value.made ? { ...of, value, file, frame } : { ...of, value };
  }

  function called(
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: ValuePlace,
  ): ResolvedValue {
    const { value, file } = of;
    switch (value.kind) {
      case 'function': {
        const frame = frameOf(value, of, args, caller);
        const returns = steps.resolve(value.returns, file, frame);
        if (value.hasOneResult) return { ...returns, via: [...of.via, ...returns.via] };
        return { ...returns, value: returnedByCall(returns.value), via: of.via };
      }
      case 'sdk':
        return sdkCalled(value.shape, of, args, caller);
      // Kotlin, Python and others make an instance by calling the class.
      case 'class':
        return steps.constructed(of, args, caller);
      case 'one-of':
        return steps.anyOf(
          (of.parts ?? []).map((part) => steps.called(part, args, caller)),
          of,
        );
      case 'parameter': {
        const typed = steps.typeOf(of);
        return typed ? steps.called(typed, args, caller) : valueAt(otherValue, of);
      }
      case 'unknown':
        return valueAt(value, of);
      default:
        return valueAt(otherValue, of);
    }
  }

  function frameOf(
    value: StaticValue & { kind: 'function' | 'class' },
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: ValuePlace,
  ): CallFrame | null {
    if (!value.name || !value.parameters) return of.frame;
    return {
      file: of.file,
      owner: value.name,
      parameters: value.parameters,
      given: args,
      callerFile: caller.file,
      callerFrame: caller.frame,
      outer: of.frame,
    };
  }

  function constructed(
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: ValuePlace,
  ): ResolvedValue {
    const { value } = of;
    switch (value.kind) {
      case 'class': {
        const instance: StaticValue = { kind: 'object', members: value.instance, form: 'open' };
        const frame = frameOf(value, of, args, caller);
        const bases = value.bases;
        return { ...of, value: instance, frame, ...(bases && { bases }) };
      }
      case 'sdk':
        return { ...of, value: sdkReturns(value.shape) };
      case 'one-of':
        return steps.anyOf(
          (of.parts ?? []).map((part) => steps.constructed(part, args, caller)),
          of,
        );
      case 'unknown':
        return of;
      default:
        return valueAt(otherValue, of);
    }
  }

  /** A type is written as its class in some places: what counts is what its instances are. */
  function instanceOf(of: ResolvedValue): ResolvedValue {
    return of.value.kind === 'class' ? steps.constructed(of, [], of) : of;
  }

  return { called, constructed, instanceOf };
}
