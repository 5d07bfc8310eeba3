import { type CallState, CALL } from '@hemicycle/charter';
import { DayScalar, enumOf, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { Day, Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

const CallStateEnum = enumOf(
  'CallState',
  Object.keys(CALL.states) as CallState[],
  'The life of a call for applications.',
  {
    DRAFT: 'In preparation: the secretariat alone sees it.',
    OPEN: 'Taking applications.',
    CLOSED: 'Taking no application any more, whether or not anybody closed it; decisions are made.',
    DECIDED: 'Every application has its decision.',
  },
);

@ObjectType('CallForApplications', {
  description: 'How civil society comes in: a call with its dates and criteria (charter OPEN-CALL).',
})
export class CallType {
  @Field(() => ID)
  id: string;

  @TextField('Its title.')
  title: Text;

  @TextField('The criteria by which every application is judged.')
  criteria: Text;

  @Field(() => DayScalar, { description: 'The first day on which applications are taken.' })
  opensOn: Day;

  @Field(() => DayScalar, { description: 'The last day as published, to its end.' })
  closesOn: Day;

  @Field(() => DayScalar, {
    description:
      'The last day on which applications are or were taken: before `closesOn` when it was closed early.',
  })
  lastOn: Day;

  @Field(() => CallStateEnum, { description: 'Its state now.' })
  state: CallState;
}

export const CallPage = pageOf(CallType, 'CallForApplications');
export const DraftCallResult = resultOf('DraftCall', () => CallType);
export const OpenCallResult = resultOf('OpenCall', () => CallType);
export const CloseCallResult = resultOf('CloseCall', () => CallType);
export const DecideCallResult = resultOf('DecideCall', () => CallType);

@ObjectType({
  description:
    'An application has arrived. The letter that confirms it goes to the address given and carries the code that withdraws it.',
})
export class ApplicationReceipt {
  @Field({ description: 'When it arrived.' })
  receivedAt: Date;

  @Field(() => DayScalar, { description: 'The last day of the call; decisions come after it.' })
  closesOn: Day;
}

@ObjectType({ description: 'An application was withdrawn, and what was in it erased.' })
export class WithdrawalReceipt {
  @Field()
  withdrawnAt: Date;
}

export const ApplyToCallResult = resultOf('ApplyToCall', () => ApplicationReceipt);
export const WithdrawApplicationResult = resultOf('WithdrawApplication', () => WithdrawalReceipt);
